import { Dropdown } from 'antd'
import { editionName } from '../newsroom/edition-name'
import { chooseEdition, go, useEdition, useNewsroom, viewNames, type View } from '../newsroom/newsroom'
import { openReference, startEdition } from '../newsroom/reference-tab'
import { openSearch } from '../ui/search'
import { SeatMenu } from './SeatMenu'

/** The menu holds a month of a daily; the others are in 期和版. */
const mostListed = 30

const views = Object.keys(viewNames) as View[]

export function Header() {
  const view = useNewsroom(s => s.view)
  const editions = useNewsroom(s => s.editions)
  const edition = useEdition()
  return (
    <header className="header">
      <div className="brand">
        大<i>样</i>
      </div>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: edition ? [edition.id] : [],
          items: [
            ...editions.slice(0, mostListed).map(e => ({ key: e.id, label: editionName(e) })),
            { type: 'divider' as const },
            { key: 'new', label: '新出一期…' },
            { key: 'all', label: '期和版…' },
          ],
          onClick: ({ key }) => {
            if (key === 'new') startEdition()
            else if (key === 'all') openReference('editions')
            else chooseEdition(key)
          },
        }}
      >
        <button type="button" className="edition" aria-label="选期">
          {edition ? editionName(edition) : '还没有期'} <span aria-hidden>▾</span>
        </button>
      </Dropdown>
      <nav aria-label="视图">
        {views.map((name, index) => (
          <button
            key={name}
            type="button"
            className={view === name ? 'on' : ''}
            aria-current={view === name ? 'page' : undefined}
            title={`${viewNames[name]}（Alt ${index + 1}）`}
            onClick={() => go(name)}
          >
            {viewNames[name]}
          </button>
        ))}
      </nav>
      <span className="space" />
      <button type="button" className="find" onClick={openSearch}>
        找稿件、作者、正文 <kbd>Ctrl K</kbd>
      </button>
      <SeatMenu />
    </header>
  )
}
