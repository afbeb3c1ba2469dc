/// The normal distribution with mean 0 and standard deviation 1.
enum StandardNormal {
  /// The 0.975 quantile, for intervals of 95 %.
  static let twoSided95 = 1.959963984540054
}
