import WaymarkBasics

/// What made-up people are like: weights by option id, field by field.
///
/// Nothing but the populations is a finding about anybody; the rest is only meant to be plausible.
enum DemoTables {
  /// The weights of one field, which may depend on what was drawn for an earlier one.
  struct Table {
    let field: String
    let given: String?
    let weights: [String: [String: Int]]
    let otherwise: [String: Int]

    init(
      _ field: String, given: String? = nil, _ weights: [String: [String: Int]] = [:],
      otherwise: [String: Int]
    ) {
      self.field = field
      self.given = given
      self.weights = weights
      self.otherwise = otherwise
    }
  }

  /// The tables in the order they are drawn: a field comes after the one it depends on.
  static let all = [
    state, locale, size, position, share, onlyYouth, years, employment, degree, libraryType,
    membership, ages,
  ]

  /// Residents in thousands at the census of 1 April 2020 (United States Census Bureau).
  private static let state = Table(
    "state",
    otherwise: [
      "AL": 5024, "AK": 733, "AZ": 7152, "AR": 3012, "CA": 39538, "CO": 5774, "CT": 3606,
      "DE": 990, "DC": 690, "FL": 21538, "GA": 10712, "HI": 1455, "ID": 1839, "IL": 12813,
      "IN": 6786, "IA": 3190, "KS": 2938, "KY": 4506, "LA": 4658, "ME": 1362, "MD": 6177,
      "MA": 7030, "MI": 10077, "MN": 5706, "MS": 2961, "MO": 6155, "MT": 1084, "NE": 1962,
      "NV": 3105, "NH": 1378, "NJ": 9289, "NM": 2118, "NY": 20201, "NC": 10439, "ND": 779,
      "OH": 11799, "OK": 3959, "OR": 4237, "PA": 13003, "RI": 1097, "SC": 5118, "SD": 887,
      "TN": 6911, "TX": 29146, "UT": 3272, "VT": 643, "VA": 8631, "WA": 7705, "WV": 1794,
      "WI": 5894, "WY": 577,
    ])

  private static let locale = Table(
    "locale", otherwise: ["city": 27, "suburb": 33, "town": 17, "rural": 23])

  private static let size = Table(
    "size", given: "locale",
    [
      "city": [
        "25000-49999": 6, "50000-99999": 18, "100000-249999": 28, "250000-499999": 18,
        "500000-999999": 17, "1000000-plus": 11, "unknown": 2,
      ],
      "suburb": [
        "5000-9999": 5, "10000-24999": 22, "25000-49999": 26, "50000-99999": 20,
        "100000-249999": 13, "250000-499999": 6, "500000-999999": 4, "1000000-plus": 2,
        "unknown": 2,
      ],
      "town": [
        "2500-4999": 12, "5000-9999": 28, "10000-24999": 36, "25000-49999": 16,
        "50000-99999": 6, "unknown": 2,
      ],
      "rural": [
        "under-1000": 12, "1000-2499": 25, "2500-4999": 25, "5000-9999": 20, "10000-24999": 12,
        "25000-49999": 4, "unknown": 2,
      ],
    ],
    otherwise: ["10000-24999": 1])

  private static let position = Table(
    "position", given: "locale",
    [
      "rural": [
        "page-aide": 2, "clerk": 9, "library-assistant": 27, "childrens-librarian": 25,
        "manager": 6, "branch-manager": 7, "director": 16, "consultant": 2, "lis-student": 1,
        "school-librarian": 3, "other": 2,
      ]
    ],
    otherwise: [
      "page-aide": 2, "clerk": 5, "library-assistant": 20, "childrens-librarian": 42,
      "manager": 13, "branch-manager": 5, "director": 2, "consultant": 2, "lis-student": 3,
      "lis-faculty": 1, "school-librarian": 3, "other": 2,
    ])

  private static let share = Table(
    "share", given: "position",
    [
      "childrens-librarian": ["all": 60, "most": 30, "some": 8, "little": 2],
      "school-librarian": ["all": 85, "most": 13, "some": 2],
      "director": ["all": 1, "most": 6, "some": 50, "little": 43],
      "branch-manager": ["all": 2, "most": 12, "some": 56, "little": 30],
    ],
    otherwise: ["all": 22, "most": 33, "some": 33, "little": 12])

  private static let onlyYouth = Table(
    "only-youth", given: "locale",
    [
      "city": ["yes": 6, "no": 94], "suburb": ["yes": 10, "no": 90], "town": ["yes": 28, "no": 72],
      "rural": ["yes": 52, "no": 48],
    ],
    otherwise: ["yes": 20, "no": 80])

  private static let years = Table(
    "years", given: "position",
    [
      "page-aide": ["under-1": 40, "1-2": 35, "3-5": 18, "6-10": 7],
      "lis-student": ["under-1": 45, "1-2": 33, "3-5": 16, "6-10": 6],
      "manager": ["1-2": 4, "3-5": 14, "6-10": 28, "11-15": 24, "16-20": 16, "21-plus": 14],
      "branch-manager": ["1-2": 5, "3-5": 16, "6-10": 26, "11-15": 22, "16-20": 16, "21-plus": 15],
      "consultant": ["3-5": 8, "6-10": 24, "11-15": 26, "16-20": 20, "21-plus": 22],
    ],
    otherwise: [
      "under-1": 9, "1-2": 16, "3-5": 23, "6-10": 21, "11-15": 13, "16-20": 9, "21-plus": 9,
    ])

  private static let employment = Table(
    "employment", given: "position",
    [
      "page-aide": ["full-time": 4, "part-time": 80, "substitute": 8, "volunteer": 8],
      "clerk": ["full-time": 38, "part-time": 58, "substitute": 3, "volunteer": 1],
      "library-assistant": ["full-time": 52, "part-time": 45, "substitute": 3],
      "lis-student": ["full-time": 30, "part-time": 58, "substitute": 6, "volunteer": 6],
    ],
    otherwise: ["full-time": 91, "part-time": 8, "substitute": 1])

  private static let degree = Table(
    "degree", given: "position",
    [
      "page-aide": [
        "none-high-school": 55, "associate": 15, "bachelor": 25, "mlis-in-progress": 5,
      ],
      "clerk": ["none-high-school": 38, "associate": 22, "bachelor": 34, "mlis-in-progress": 6],
      "library-assistant": [
        "none-high-school": 18, "associate": 15, "bachelor": 42, "mlis-in-progress": 13,
        "ala-masters": 8, "other-masters": 4,
      ],
      "lis-student": ["bachelor": 4, "mlis-in-progress": 92, "other-masters": 4],
      "lis-faculty": ["ala-masters": 12, "doctorate": 88],
      "school-librarian": [
        "bachelor": 12, "ala-masters": 34, "other-masters": 14, "school-certificate": 40,
      ],
    ],
    otherwise: [
      "none-high-school": 3, "associate": 3, "bachelor": 15, "mlis-in-progress": 5,
      "ala-masters": 66, "other-masters": 6, "doctorate": 2,
    ])

  private static let libraryType = Table(
    "library-type", given: "position",
    [
      "school-librarian": ["school": 1], "lis-faculty": ["academic": 1],
      "consultant": ["state-system": 85, "public": 15],
      "lis-student": ["public": 70, "academic": 20, "school": 10],
    ],
    otherwise: ["public": 95, "tribal": 1, "academic": 1, "special": 1, "other": 2])

  private static let membership = Table(
    "membership", given: "position",
    [
      "page-aide": ["alsc": 3, "ala": 4, "neither": 93],
      "clerk": ["alsc": 5, "ala": 6, "neither": 89],
      "library-assistant": ["alsc": 17, "ala": 10, "neither": 73],
      "consultant": ["alsc": 66, "ala": 20, "neither": 14],
    ],
    otherwise: ["alsc": 42, "ala": 20, "neither": 38])

  private static let ages = Table(
    "ages", given: "position",
    [
      "school-librarian": [
        "0-2": 10, "3-5": 300, "6-8": 850, "9-11": 850, "12-14": 400, "caregivers": 150,
      ]
    ],
    otherwise: [
      "0-2": 720, "3-5": 860, "6-8": 820, "9-11": 760, "12-14": 520, "caregivers": 700,
    ])
}
