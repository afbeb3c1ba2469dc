// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "library-user",
  dependencies: [.package(name: "waymark", path: "../..")],
  targets: [
    .executableTarget(
      name: "library-user",
      dependencies: [
        "WaymarkCore", "WaymarkPages", "WaymarkSolver", "WaymarkStore", "WaymarkXML",
      ].map { .product(name: $0, package: "waymark") },
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
      ])
  ],
  swiftLanguageModes: [.v6]
)
