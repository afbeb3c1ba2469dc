/// Whose levels a person speaks of, where it is not their own.
enum Lens {
  /// Those that the library's service needs.
  case service
}
