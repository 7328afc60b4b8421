import * as z from 'zod'
import { PaperDocument } from '../domain/paper-document.ts'
import { command, type Client, type Handlers } from './define.ts'

/** What became of a document. `cancelled` = the operator closed the dialog; nothing was printed or written. */
const Outcome = z.strictObject({
  outcome: z.enum(['done', 'cancelled']),
  /** Where it was written; empty when it was printed. */
  path: z.string(),
  pages: z.number().int(),
})
export type PaperOutcome = z.infer<typeof Outcome>

const PaperJob = z.strictObject({ document: PaperDocument })

/**
 * What a window asks of the shell and not of the core: paper, the clipboard and files. Nothing of it changes stored data.
 * A document that does not fit its sheets is refused with `paper-overflow` and is neither printed nor written.
 */
export const shellContract = {
  paper: {
    /** Asks for a place and writes a PDF there. */
    savePdf: command({ input: PaperJob, output: Outcome, changes: [] }),
    /** Prints after the system's own dialog. */
    print: command({ input: PaperJob, output: Outcome, changes: [] }),
    /** Puts plain text on the clipboard. */
    copyText: command({
      input: z.strictObject({ text: z.string().min(1).max(100_000) }),
      output: z.strictObject({ copied: z.literal(true) }),
      changes: [],
    }),
  },
  file: {
    /** Asks for a place and writes a text there, whole or not at all. Refused with `target-not-writable`. */
    saveText: command({
      input: z.strictObject({
        title: z.string(),
        fileName: z.string().min(1).max(300),
        text: z.string().max(10_000_000),
      }),
      output: z.strictObject({ outcome: z.enum(['done', 'cancelled']), path: z.string() }),
      changes: [],
    }),
    /** The same for a file of bytes, in base64. */
    saveBytes: command({
      input: z.strictObject({
        title: z.string(),
        fileName: z.string().min(1).max(300),
        base64: z.base64().max(14_000_000),
      }),
      output: z.strictObject({ outcome: z.enum(['done', 'cancelled']), path: z.string() }),
      changes: [],
    }),
    /** Asks where an export goes: a zip, a file for another machine, or a new folder of that name inside the chosen one. The core writes it. */
    chooseTarget: command({
      input: z.strictObject({
        title: z.string(),
        fileName: z.string().min(1).max(300),
        shape: z.enum(['zip', 'folder', 'bundle']),
      }),
      output: z.strictObject({ outcome: z.enum(['done', 'cancelled']), ticket: z.string() }),
      changes: [],
    }),
    /** Asks for files or a folder to import, or for pictures; the ticket stands for their paths, which the core is told and no page. */
    chooseFiles: command({
      input: z.strictObject({ title: z.string(), what: z.enum(['files', 'folder', 'pictures']) }),
      output: z.strictObject({
        outcome: z.enum(['done', 'cancelled']),
        ticket: z.string(),
        names: z.array(z.string()),
      }),
      changes: [],
    }),
  },
} as const

export type ShellClient = Client<typeof shellContract>
/** The handlers of the shell; they need not know who calls, main has checked the page. */
export type ShellHandlers = Handlers<typeof shellContract, null>
