import * as z from 'zod'

// Imported before anything else: the content security policy forbids the eval that zod probes for.
z.config({ jitless: true })
