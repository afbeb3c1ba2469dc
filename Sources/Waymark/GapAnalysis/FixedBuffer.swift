/// A fixed count of numbers, for loops in which the checks of an array would cost as much as the work.
///
/// Places are checked in debug builds alone.
struct FixedBuffer<Element: BitwiseCopyable>: ~Copyable {
  let values: UnsafeMutableBufferPointer<Element>

  init(repeating value: Element, count: Int) {
    values = .allocate(capacity: count)
    values.initialize(repeating: value)
  }

  init(_ elements: [Element]) {
    values = .allocate(capacity: elements.count)
    _ = values.initialize(from: elements)
  }

  deinit { values.deallocate() }

  var count: Int { values.count }

  subscript(place: Int) -> Element {
    get { values[place] }
    nonmutating set { values[place] = newValue }
  }
}
