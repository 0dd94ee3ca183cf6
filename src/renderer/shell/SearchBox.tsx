import { Input } from 'antd'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { BudgetRow } from '../../shared/contract'
import { authorOf, titleOf } from '../../shared/budget/story-names'
import { storyStateNames } from '../../shared/budget/story-state'
import { client } from '../newsroom/client'
import { commands } from './commands'
import { useRoomCommands } from '../ui/room-commands'
import { openStory, useNewsroom } from '../newsroom/newsroom'
import { closeSearch, openSearch, useSearch } from '../ui/search'

interface Hit {
  readonly key: string
  readonly title: string
  readonly note: string
  run(): void
}

const storyHit = (row: BudgetRow): Hit => ({
  key: row.id,
  title: titleOf(row),
  note: `${row.genre} · ${authorOf(row) || '—'} · ${storyStateNames[row.state]}`,
  run: () => openStory(row.id),
})

/** What the newsroom answered, and to which words: an answer to other words must not be opened by Enter. */
interface Found {
  readonly words: string
  readonly ids: readonly string[]
}

const nothing: Found = { words: '', ids: [] }

/**
 * One box for stories, authors, text and commands (Ctrl K). The platform's own dialog: it stands and has the keys
 * in the very task of the key that asks for it, so that no letter of a fast hand goes over selected text, and when
 * it goes the caret is back where it was before the command runs.
 */
export function SearchBox() {
  const open = useSearch(s => s.open)
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openSearch()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="search-box"
      aria-label="查找"
      onClose={closeSearch}
      // The box lies on the dialog: what is pressed on the dialog itself is beside it.
      onMouseDown={event => {
        if (event.target !== dialog.current) return
        event.preventDefault()
        dialog.current.close()
      }}
    >
      {open && (
        <SearchFields
          run={hit => {
            dialog.current?.close()
            hit.run()
          }}
        />
      )}
    </dialog>
  )
}

function SearchFields({ run: take }: { run(hit: Hit): void }) {
  const rows = useNewsroom(s => s.rows)
  const room = useRoomCommands(s => s.commands)
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>(nothing)
  const [at, setAt] = useState(0)
  const [composing, setComposing] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  /** Enter was pressed before the answer came: it opens the first hit when it does. */
  const entered = useRef(false)

  useEffect(() => {
    const words = query.trim()
    if (words === '' || composing) return
    let current = true
    const timer = setTimeout(() => {
      client.stories.search({ query: words }).then(
        ids => current && setFound({ words, ids }),
        () => current && setFound({ words, ids: [] }),
      )
    }, 60)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [query, composing])

  const words = query.trim()
  const byId = new Map(rows.map(row => [row.id, row]))
  const stories = words === '' ? [] : found.ids.flatMap(id => byId.get(id) ?? []).map(storyHit)
  const named = [...room, ...commands]
    .filter(command => words === '' || command.title.includes(words))
    .map((command): Hit => ({
      key: command.title,
      title: command.title,
      note: command.shortcut,
      run: command.run,
    }))
  const hits = [...stories, ...named].slice(0, 60)
  const chosen = Math.min(at, Math.max(0, hits.length - 1))
  const answered = words === '' || found.words === words
  const run = (hit: Hit | undefined) => {
    if (hit) take(hit)
  }
  useEffect(() => {
    if (!answered || !entered.current) return
    entered.current = false
    run(hits[0])
  })
  // By the keys that choose it, not by every row that changes meanwhile.
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  return (
    <div className="search-fields">
      <Input
        value={query}
        aria-label="找稿件、作者、正文"
        placeholder="找稿件、作者、正文，或输入要做的事"
        onChange={event => {
          setQuery(event.target.value)
          setAt(0)
          entered.current = false
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={event => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') setAt(Math.min(chosen + 1, hits.length - 1))
          else if (event.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0))
          else if (event.key === 'Enter') {
            if (answered) run(hits[chosen])
            else entered.current = true
          } else return
          event.preventDefault()
        }}
      />
      <ul key={query} ref={list} className="hits" role="listbox" aria-label="结果">
        {hits.map((hit, index) => (
          <li key={hit.key} role="option" aria-selected={index === chosen} onClick={() => run(hit)}>
            <span>{hit.title}</span>
            <small>{hit.note}</small>
          </li>
        ))}
        {hits.length === 0 && <li className="none">没有找到“{words}”。换个说法，或到废稿箱里看看。</li>}
      </ul>
    </div>
  )
}
