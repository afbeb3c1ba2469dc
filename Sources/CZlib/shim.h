#ifndef WAYMARK_CZLIB_SHIM_H
#define WAYMARK_CZLIB_SHIM_H
#include <zlib.h>

/* A macro that Swift cannot call: bytes without the header of a gzip or zlib file, as zip files hold them. */
static inline int waymark_inflate_raw(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
#endif
