import WaymarkLibraries

/// Paints drawings as PNG through librsvg and cairo.
package struct ChartPainter: Sendable {
  /// How many pixels of the picture are one of the drawing.
  private static let scale = 2.0
  private let library: PaintLibrary

  /// - Throws: `WorkbookProblem.missing` where librsvg is not there.
  package init() throws(WorkbookProblem) {
    do throws(MissingLibrary) {
      library = try PaintLibrary.loaded.get()
    } catch {
      throw .missing(error)
    }
  }

  /// A drawing as a picture, in the bytes of a PNG file.
  ///
  /// - Parameter svg: the contents of an SVG file with a width and a height.
  /// - Returns: `nil` where the library cannot paint it.
  package func png(of svg: String) -> [UInt8]? {
    let bytes = Array(svg.utf8)
    guard let handle = library.open(bytes, bytes.count, nil) else { return nil }
    defer { library.release(handle) }
    var (width, height) = (0.0, 0.0)
    guard library.size(handle, &width, &height) != 0, width >= 1, height >= 1 else { return nil }
    var place = [0, 0, width * Self.scale, height * Self.scale]
    // CAIRO_FORMAT_ARGB32.
    guard let surface = library.makeSurface(0, Int32(place[2]), Int32(place[3])) else { return nil }
    defer { library.destroySurface(surface) }
    guard let context = library.makeContext(surface) else { return nil }
    let isPainted = library.render(handle, context, &place, nil) != 0
    library.destroyContext(context)
    guard isPainted else { return nil }
    let picture = Picture()
    let status = library.write(
      surface,
      { picture, bytes, count in
        guard let picture, let bytes else { return 11 }
        Unmanaged<Picture>.fromOpaque(picture).takeUnretainedValue().bytes
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
        return 0
      }, Unmanaged.passUnretained(picture).toOpaque())
    return status == 0 ? picture.bytes : nil
  }

  private final class Picture {
    var bytes: [UInt8] = []
  }
}

/// The functions of librsvg 2.52 or newer, and of cairo, as their headers declare them.
private struct PaintLibrary: Sendable {
  typealias Pointer = UnsafeMutableRawPointer
  typealias Writer =
    @convention(c) (Pointer?, UnsafePointer<UInt8>?, UInt32) -> Int32

  // rsvg_handle_new_from_data
  let open: @convention(c) (UnsafePointer<UInt8>, Int, Pointer?) -> Pointer?
  // rsvg_handle_get_intrinsic_size_in_pixels
  let size:
    @convention(c) (Pointer, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Int32
  // rsvg_handle_render_document; a rectangle is its place, width and height.
  let render: @convention(c) (Pointer, Pointer, UnsafeMutablePointer<Double>, Pointer?) -> Int32
  // g_object_unref
  let release: @convention(c) (Pointer) -> Void
  // cairo_image_surface_create
  let makeSurface: @convention(c) (Int32, Int32, Int32) -> Pointer?
  // cairo_surface_destroy
  let destroySurface: @convention(c) (Pointer) -> Void
  // cairo_create
  let makeContext: @convention(c) (Pointer) -> Pointer?
  // cairo_destroy
  let destroyContext: @convention(c) (Pointer) -> Void
  // cairo_surface_write_to_png_stream
  let write: @convention(c) (Pointer, Writer, Pointer?) -> Int32

  /// Loaded with the first picture.
  static let loaded = Result { () throws(MissingLibrary) in try PaintLibrary() }

  private init() throws(MissingLibrary) {
    let library = try SharedLibrary(
      SharedLibrary.Name(file: "librsvg-2.so.2", package: "librsvg2-2"))
    open = try library.function("rsvg_handle_new_from_data")
    size = try library.function("rsvg_handle_get_intrinsic_size_in_pixels")
    render = try library.function("rsvg_handle_render_document")
    release = try library.function("g_object_unref")
    makeSurface = try library.function("cairo_image_surface_create")
    destroySurface = try library.function("cairo_surface_destroy")
    makeContext = try library.function("cairo_create")
    destroyContext = try library.function("cairo_destroy")
    write = try library.function("cairo_surface_write_to_png_stream")
  }
}
