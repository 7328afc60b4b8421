import { latitude, longitude, optionalText } from './cells.ts'

/** Where a record is: its town, WGS84 degrees. */
export const place = { town: optionalText(), lng: longitude(), lat: latitude() } as const
