// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "waymark",
  products: [
    .executable(name: "waymark", targets: ["waymark"]),
    .library(name: "WaymarkCore", targets: ["WaymarkBasics", "Waymark"]),
    .library(name: "WaymarkPages", targets: ["WaymarkPages"]),
    .library(name: "WaymarkSolver", targets: ["WaymarkSolver"]),
    .library(name: "WaymarkStore", targets: ["WaymarkStore"]),
    .library(name: "WaymarkXML", targets: ["WaymarkXML"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCoinOR", providers: [.apt(["coinor-libcbc-dev"])]),
    .systemLibrary(name: "CSystem"),
    .target(name: "WaymarkBasics"),
    .target(name: "Waymark", dependencies: ["WaymarkBasics"]),
    .target(name: "WaymarkPages", dependencies: ["WaymarkBasics", "Waymark"]),
    .target(name: "WaymarkXML", dependencies: ["WaymarkBasics", "Waymark", "CLibXML2"]),
    .target(
      name: "WaymarkStore",
      dependencies: [
        "WaymarkBasics", "Waymark", "CLibMD", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "WaymarkLibraries", dependencies: ["WaymarkBasics"]),
    .target(
      name: "WaymarkSolver",
      dependencies: ["WaymarkBasics", "Waymark", "WaymarkLibraries", "CCoinOR"]),
    .target(
      name: "WaymarkSheets",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkXML", "WaymarkLibraries", "CXLSXWriter", "CZlib",
      ]),
    .target(
      name: "WaymarkCommands",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkXML", "WaymarkStore", "WaymarkSheets",
        "WaymarkSolver", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "waymark", dependencies: ["WaymarkCommands"]),
    .systemLibrary(name: "CTestSystem", path: "Tests/CTestSystem"),
    .target(
      name: "WaymarkTestSupport",
      dependencies: ["WaymarkBasics", "Waymark", "WaymarkPages", "CTestSystem"],
      path: "Tests/WaymarkTestSupport", exclude: ["Programs"]),
    .testTarget(
      name: "WaymarkBasicsTests", dependencies: ["WaymarkBasics", "WaymarkTestSupport"]),
    .testTarget(
      name: "WaymarkTests",
      dependencies: ["WaymarkBasics", "Waymark", "WaymarkSolver", "WaymarkTestSupport"]),
    .testTarget(
      name: "WaymarkPagesTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkSolver", "WaymarkTestSupport",
      ], exclude: ["Snapshots"]),
    .testTarget(
      name: "WaymarkXMLTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkXML", "WaymarkTestSupport",
      ]),
    .testTarget(
      name: "WaymarkStoreTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkStore", "WaymarkTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "WaymarkSolverTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkSolver", "WaymarkTestSupport",
      ],
      exclude: ["Attacker"]),
    .testTarget(
      name: "WaymarkSheetsTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkSheets", "WaymarkTestSupport",
      ]),
    .testTarget(
      name: "WaymarkCommandsTests",
      dependencies: [
        "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkCommands", "WaymarkTestSupport",
        "waymark",
      ], exclude: ["FormExports"]),
    .testTarget(name: "WaymarkTestSupportTests", dependencies: ["WaymarkTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// One list of settings for every Swift target of ours.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ]
}

// Tests work out figures, paths and plans by the thousand; as debug builds usually are that takes three
// times as long.
let optimized: Set = [
  "WaymarkBasics", "Waymark", "WaymarkPages", "WaymarkXML", "WaymarkStore", "WaymarkSheets",
  "WaymarkSolver",
  // These look for better plans by trying all there are.
  "WaymarkSolverTests", "WaymarkTests", "WaymarkPagesTests", "WaymarkTestSupport",
]
for target in package.targets where optimized.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}
