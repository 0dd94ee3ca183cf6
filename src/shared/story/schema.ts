import { Schema, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model'

/**
 * The story document. Its parts stand in a fixed order and are always there, empty or not, so that a
 * caret can travel into a part that has no text yet and two people cannot disagree about whether it exists:
 *
 *     kicker headline deck (paragraph | crosshead | photo | summary | editorNote)+ byline related*
 *
 * 提要, 编者按 and 相关链接 came later: they are blocks that stories of before simply have none of, so that every
 * step of an old log still applies (ADR 0011).
 *
 * The dateline is a mark on the first paragraph's opening words rather than a node (ADR 0004).
 * The space that the press sets after it belongs to the house, not to the text.
 */
const line = (className: string): NodeSpec => ({
  content: 'text*',
  marks: '',
  defining: true,
  parseDOM: [{ tag: `div.${className}` }],
  toDOM: () => ['div', { class: className }, 0],
})

const nodes = {
  doc: { content: 'kicker headline deck block+ byline related*' },

  kicker: line('kicker'),
  headline: {
    ...line('headline'),
    parseDOM: [{ tag: 'div.headline' }],
  },
  deck: line('deck'),

  paragraph: {
    content: 'text*',
    group: 'block',
    marks: 'dateline',
    // What another desk or Word shows as taken out is no text; its marks come along in pasted HTML.
    parseDOM: [{ tag: 'p' }, { tag: 'del', ignore: true }],
    toDOM: () => ['p', 0],
  },
  crosshead: {
    content: 'text*',
    group: 'block',
    marks: '',
    defining: true,
    parseDOM: [{ tag: 'h1' }, { tag: 'h2' }, { tag: 'h3' }, { tag: 'h4' }],
    toDOM: () => ['h3', { class: 'crosshead' }, 0],
  },
  photo: {
    content: 'caption credit',
    group: 'block',
    isolating: true,
    defining: true,
    attrs: {
      /** SHA-256 of the original in the photo store, or null while a story only announces a photo. */
      image: { default: null, validate: 'string|null' },
      /** Size of the original in pixels; 0 while there is none. */
      width: { default: 0, validate: 'number' },
      height: { default: 0, validate: 'number' },
    },
    parseDOM: [
      {
        tag: 'figure.photo',
        getAttrs: dom => ({
          image: dom.getAttribute('data-image'),
          width: Number(dom.getAttribute('data-width') ?? 0),
          height: Number(dom.getAttribute('data-height') ?? 0),
        }),
      },
    ],
    toDOM: node => [
      'figure',
      {
        class: 'photo',
        'data-image': node.attrs['image'] as string | null,
        'data-width': String(node.attrs['width']),
        'data-height': String(node.attrs['height']),
      },
      0,
    ],
  },
  /** 提要: what the story says in short, set off from the text. */
  summary: { ...line('summary'), group: 'block' },
  /** 编者按 before the text, 编后 after it: a paragraph of the desk's own. */
  editorNote: { ...line('editor-note'), group: 'block' },
  caption: line('caption'),
  credit: line('credit'),

  byline: line('byline'),
  /** 相关链接: one line or paragraph of it. It follows the byline, in the story as on the page. */
  related: line('related'),
  text: {},
} satisfies Record<string, NodeSpec>

const marks = {
  /** 电头: 本报讯, 本报讯（记者 张三）, 新华社北京11月3日电. */
  dateline: {
    inclusive: false,
    parseDOM: [{ tag: 'span.dateline' }],
    toDOM: () => ['span', { class: 'dateline' }, 0],
  },
} satisfies Record<string, MarkSpec>

export const storySchema = new Schema({ nodes, marks })

/** Whether a part of the document is one of `StoryParts.blocks`: of the body, or a related link after the byline. */
export const isStoryBlock = (node: Node): boolean =>
  node.type.isInGroup('block') || node.type === storySchema.nodes.related
