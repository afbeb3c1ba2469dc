import Foundation

/// Folders for one user's eyes alone, whatever the umask.
public enum PrivateFolder {
  /// Makes a folder and those above it that are missing; those that are there stay as they are.
  public static func make(_ path: String) throws(StoreError) {
    var missing: [String] = []
    var place = path
    while !place.isEmpty, place != "/", access(place, F_OK) != 0 {
      missing.append(place)
      place = PathParts(place).folder
    }
    for folder in missing.reversed() where mkdir(folder, 0o700) != 0 && errno != EEXIST {
      throw StoreError(.system(String(cString: strerror(errno))), path: folder)
    }
  }
}
