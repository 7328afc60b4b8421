/** Texts known before anything is solved: place, substance, wind, people; all a first order may use. */
export const SCENE_TEXT_NAMES = [
  ...([
    'type',
    'place',
    'town',
    'substance',
    'quantity',
    'release',
    'outside',
    'windFrom',
    'upwind',
    'downwind',
    'approach',
  ] as const),
  ...(['trapped', 'injured', 'missing', 'fireFloor', 'height', 'magnitude', 'collapsed', 'floodedPoints'] as const),
  ...(['households', 'poisoned', 'landfall', 'gale', 'dusk'] as const),
  ...(['signs', 'secondSigns', 'roadSigns', 'signsNote'] as const),
  ...(['trip', 'permits'] as const),
  ...(['listed', 'street', 'townListed', 'transferBy'] as const),
] as const

/** Texts an order of the handling plan may use: those of the scene and those known once zones and evacuation stand. */
export const PLAN_TEXT_NAMES = [
  ...SCENE_TEXT_NAMES,
  ...(['isolation', 'protective', 'protectiveSide', 'protectWords', 'fireIsolation', 'cordon', 'staging'] as const),
  ...(['commandPost', 'streets', 'people', 'leaving', 'staying', 'moveCounts', 'shelters', 'doneBy'] as const),
  ...(['advice'] as const),
] as const

/** Texts the notice for the public may use. */
export const NOTICE_TEXT_NAMES = [...PLAN_TEXT_NAMES, 'area', 'moves'] as const

/** A text for each name that may stand in braces in a first order. */
export type SceneTexts = Readonly<Record<(typeof SCENE_TEXT_NAMES)[number], string>>

/** A text for each name that may stand in braces in an order of the handling plan. */
export type HandlingTexts = Readonly<Record<(typeof PLAN_TEXT_NAMES)[number], string>>
