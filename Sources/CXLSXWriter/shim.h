#ifndef WAYMARK_CXLSXWRITER_SHIM_H
#define WAYMARK_CXLSXWRITER_SHIM_H
#include <xlsxwriter.h>

/* The types of the functions that are called, as the library declares them: they are looked up when a
   workbook is written, so that no other command waits for the library at its start. */
#define WAYMARK_FUNCTION(name) typedef __typeof__(&name) name##_t
WAYMARK_FUNCTION(workbook_new_opt);
WAYMARK_FUNCTION(workbook_close);
WAYMARK_FUNCTION(workbook_set_properties);
WAYMARK_FUNCTION(workbook_add_worksheet);
WAYMARK_FUNCTION(workbook_add_format);
WAYMARK_FUNCTION(lxw_strerror);
WAYMARK_FUNCTION(worksheet_set_footer);
WAYMARK_FUNCTION(worksheet_set_column);
WAYMARK_FUNCTION(worksheet_write_string);
WAYMARK_FUNCTION(worksheet_write_number);
WAYMARK_FUNCTION(worksheet_write_datetime);
WAYMARK_FUNCTION(worksheet_set_row);
WAYMARK_FUNCTION(worksheet_set_landscape);
WAYMARK_FUNCTION(worksheet_set_paper);
WAYMARK_FUNCTION(worksheet_fit_to_pages);
WAYMARK_FUNCTION(worksheet_repeat_rows);
WAYMARK_FUNCTION(worksheet_repeat_columns);
WAYMARK_FUNCTION(worksheet_freeze_panes);
WAYMARK_FUNCTION(format_set_bold);
WAYMARK_FUNCTION(format_set_text_wrap);
WAYMARK_FUNCTION(format_set_align);
WAYMARK_FUNCTION(format_set_num_format);
#undef WAYMARK_FUNCTION
#endif
