import Foundation
import WaymarkXML

/// What some work of this thread costs the processor, in readings of the framework that comes with
/// Waymark: as many on a slow machine as on a fast one, whatever else they do, and in every build.
///
/// What tests allow is some ten times what was measured, and far less than what does not end.
func costInReadings(_ work: () throws -> Void) throws -> Double {
  let framework = try SourceFile(
    name: "framework.xml",
    bytes: [UInt8](
      Data(contentsOf: URL(filePath: Samples.schemas + "/children-services-2020.xml"))))
  let reading = try processorTime {
    for _ in 1...5 { _ = try Samples.loader.load([framework]) }
  }
  return try processorTime(work) / (reading / 5)
}

private func processorTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = spent()
  try work()
  return spent() - start
}

private func spent() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
