import * as z from 'zod'

export const Point = z.object({ lng: z.number(), lat: z.number() })
export const PolygonShape = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) })
export const LineShape = z.object({ type: z.literal('LineString'), coordinates: z.array(z.array(z.number())) })

/** Who does it: a rostered person with a number to ring. */
export const Assignee = z.object({ personId: z.string(), name: z.string(), phone: z.string() })
export type Assignee = z.infer<typeof Assignee>
