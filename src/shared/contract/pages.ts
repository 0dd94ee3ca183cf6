import { z } from 'zod'
import { pageChangeSchema } from '../page/changes/page-change'
import { faultSettingsSchema } from '../page/faults/fault'
import { pageLayoutSchema } from '../page/layout'
import { loggedPageChangeSchema, pageStateSchema } from '../page/log/logged'
import { paperSchema } from '../page/paper'
import { idSchema, instantSchema, method } from './base'
import { failureSchema } from './failure'

/** The pages of an edition, in order: as they stand, and apart from them those whose log cannot be read. */
export const openedPagesSchema = z.object({
  states: z.array(pageStateSchema),
  damaged: z.array(z.object({ pageId: idSchema, failure: failureSchema })),
})
export type OpenedPages = z.infer<typeof openedPagesSchema>

/** What was changed when a signature turned; `unseen`: it was found so when the newsroom opened or looked again. */
export const signatureCauseSchema = z.enum(['page', 'story', 'edition', 'people', 'unseen'])
export type SignatureCause = z.infer<typeof signatureCauseSchema>

/** 签大样: who signed a page when, over which content. Void as soon as the page is another. */
export const pageSignatureSchema = z.object({
  pageId: idSchema,
  /** Counts what has happened to the page's signatures: of two tellings the greater is the newer. */
  revision: z.number().int().min(1),
  personId: idSchema,
  name: z.string(),
  at: z.string(),
  /** SHA-256 of the page's signed content, in hex. */
  hash: z.string(),
  /** The page still is what was signed. */
  holds: z.boolean(),
  /** How it became void or good again last, as far as that is on record; null while it is as it was given. */
  turn: z
    .object({
      cause: signatureCauseSchema,
      /** Whose hand it was, where one is known. */
      personId: idSchema.nullable(),
      at: instantSchema,
    })
    .nullable(),
})
export type PageSignature = z.infer<typeof pageSignatureSchema>

/** What a page's signature is now; null: it has none any more. */
export const signatureTellingSchema = z.object({
  pageId: idSchema,
  /** As in the signature. */
  revision: z.number().int().min(1),
  signature: pageSignatureSchema.nullable(),
})
export type SignatureTelling = z.infer<typeof signatureTellingSchema>

/** A page kept as a pattern (版式): frames without stories. */
export const pageTemplateSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(40),
  layout: pageLayoutSchema,
  at: z.string(),
})
export type PageTemplate = z.infer<typeof pageTemplateSchema>

export const pages = {
  /**
   * The pages of an edition; one that is damaged is told of and hides no other. Fails with `edition.unknown`.
   */
  open: method.input(z.object({ editionId: idSchema })).output(openedPagesSchema),
  /**
   * Takes changes into a page's log, in order, each once however often it is sent. Answers what the log took,
   * after its commit. Fails with `page.unknown`, `page.damaged`.
   */
  submit: method
    .input(z.object({ pageId: idSchema, changes: z.array(pageChangeSchema).min(1).max(200) }))
    .output(z.array(loggedPageChangeSchema)),
  /** What a window missed. Fails with `page.unknown`, `page.damaged`, `page.ahead`. */
  changesSince: method
    .input(z.object({ pageId: idSchema, version: z.number().int().min(0) }))
    .output(z.array(loggedPageChangeSchema)),
  /**
   * One's own last changes, oldest first: what undo goes back through after a restart. Fails with
   * `page.unknown`, `page.damaged`.
   */
  recent: method
    .input(z.object({ pageId: idSchema, limit: z.number().int().min(1).max(500) }))
    .output(z.array(loggedPageChangeSchema)),

  /** The last signature of each page of an edition that has one. */
  signatures: method.input(z.object({ editionId: idSchema })).output(z.array(pageSignatureSchema)),
  /**
   * Signs a page. Fails with `page.faulty`, saying how many errors stand, `page.unknown`, `page.damaged`.
   */
  sign: method.input(z.object({ pageId: idSchema })).output(pageSignatureSchema),
  /** Takes a signature back. Fails with `page.unknown`. */
  unsign: method.input(z.object({ pageId: idSchema })).output(signatureTellingSchema),

  /** 版面规格: presets and the newsroom's own, the usual one first. */
  papers: method.output(z.array(paperSchema)),
  /** Adds or changes one. Fails with `paper.name`, `paper.too-large`. */
  savePaper: method.input(z.object({ paper: paperSchema })).output(z.array(paperSchema)),
  /** Takes one off the list. Fails with `paper.last`. */
  removePaper: method.input(z.object({ id: idSchema })).output(z.array(paperSchema)),
  /** Makes one the newsroom's usual paper, the first of the list: stories without an edition are counted in its columns. Fails with `paper.unknown`. */
  setUsualPaper: method.input(z.object({ id: idSchema })).output(z.array(paperSchema)),

  /** 版式库 */
  templates: method.output(z.array(pageTemplateSchema)),
  /**
   * Keeps a page's frames as a template, without stories, photos and clients. Fails with `template.name`,
   * `page.unknown`, `page.damaged`.
   */
  saveTemplate: method
    .input(z.object({ pageId: idSchema, name: z.string().min(1).max(40) }))
    .output(z.array(pageTemplateSchema)),
  removeTemplate: method.input(z.object({ id: idSchema })).output(z.array(pageTemplateSchema)),

  /** What the paper makes of each layout fault. */
  faultSettings: method.output(faultSettingsSchema),
  saveFaultSettings: method.input(z.object({ settings: faultSettingsSchema })).output(faultSettingsSchema),
}
