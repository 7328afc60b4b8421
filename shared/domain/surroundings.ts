/** What is looked for around a place, in the order it is shown: who may be inside, what threatens, who and what helps. */
export const SURROUNDING_GROUPS = [
  'workPermits',
  'plants',
  'tankerTrips',
  'processTeams',
  'neighbours',
  'microStations',
  'serviceStations',
  'hospitals',
  'waterPoints',
  'helipads',
  'cameras',
  'hazardSources',
  'targets',
] as const
export type SurroundingGroup = (typeof SURROUNDING_GROUPS)[number]

/** What a line says besides name, phone and distance; the values stand as in the data. */
export const SURROUNDING_FACTS = [
  'kind',
  'where',
  'plant',
  'people',
  'countedAt',
  'from',
  'to',
  'cargo',
  'un',
  'quantityT',
  'carrier',
  'filledBy',
  'startedAt',
  'route',
  'neighbourOf',
  'processTeam',
  'onDuty',
  'capabilities',
  'beds',
  'freeBeds',
  'volumeM3',
  'surface',
  'status',
  'link',
] as const
export type SurroundingFact = (typeof SURROUNDING_FACTS)[number]

/** What an operator must know before trusting a line. */
export const SURROUNDING_SIGNS = [
  /** People inside were counted longer ago than may be trusted, or nobody says when. */
  'staleCount',
  /** Where it is now is not known; it is listed because it is on the road. */
  'noPosition',
  /** The position is that of its plant. */
  'positionOfPlant',
  /** Nobody says until when it is in force. */
  'noEnd',
  /** Nobody says when it set out. */
  'noStart',
] as const
export type SurroundingSign = (typeof SURROUNDING_SIGNS)[number]
