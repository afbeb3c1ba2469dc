import Foundation

/// The time that the processor spends on some work of this thread, whatever else the machine does.
///
/// Under the address sanitizer, where everything takes longer, it is a tenth of that.
package func processorTime(_ work: () throws -> Void) rethrows -> Duration {
  let start = spent()
  try work()
  let time = spent() - start
  return dlsym(nil, "__asan_init") == nil ? time : time / 10
}

private func spent() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
