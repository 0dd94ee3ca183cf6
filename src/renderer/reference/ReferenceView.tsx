import { EditionsPanel } from '../editions/EditionsPanel'
import { PapersPanel } from '../papers/PapersPanel'
import { TemplatesPanel } from '../papers/TemplatesPanel'
import { PeopleView } from '../people/PeopleView'
import { referenceTabs, useReference, type ReferenceTab } from '../newsroom/reference-tab'
import './reference.css'

const tabs = Object.keys(referenceTabs) as ReferenceTab[]

/** 资料: people, editions, papers and page templates, each in its drawer. */
export function ReferenceView() {
  const tab = useReference(s => s.tab)
  return (
    <div className="reference-view">
      <nav aria-label="资料">
        {tabs.map(name => (
          <button
            key={name}
            type="button"
            className={name === tab ? 'on' : ''}
            aria-current={name === tab ? 'page' : undefined}
            onClick={() => useReference.setState({ tab: name, newEdition: false })}
          >
            {referenceTabs[name]}
          </button>
        ))}
      </nav>
      <div className="reference-drawer">
        {tab === 'people' && <PeopleView />}
        {tab === 'editions' && <EditionsPanel />}
        {tab === 'papers' && <PapersPanel />}
        {tab === 'templates' && <TemplatesPanel />}
      </div>
    </div>
  )
}
