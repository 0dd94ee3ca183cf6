import { Dropdown } from 'antd'
import { useState } from 'react'
import type { Failure } from '../../shared/contract'
import { roleNames } from '../../shared/review/roles'
import { takeSeat, useMe, useNewsroom } from '../newsroom/newsroom'
import { FailureNote } from '../ui/FailureNote'
import { PersonBadge } from '../ui/PersonBadge'

/** Somebody who could not have the seat, and why. */
interface Refused {
  readonly personId: string
  readonly failure: Failure
}

/** Who sits at this window, and who may sit down instead. */
export function SeatMenu() {
  const people = useNewsroom(s => s.people)
  const me = useMe()
  const [refused, setRefused] = useState<Refused | null>(null)
  const take = async (personId: string, how: 'whole' | 'leaving') => {
    setRefused(null)
    const failure = await takeSeat(personId, how)
    setRefused(failure && { personId, failure })
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectedKeys: me ? [me.id] : [],
          items: people
            .filter(person => !person.retired)
            .map(person => ({
              key: person.id,
              icon: <PersonBadge person={person} />,
              label: `${person.name} · ${person.roles.map(role => roleNames[role]).join('、')}`,
            })),
          onClick: ({ key }) => void take(key, 'whole'),
        }}
      >
        <button type="button" className="who" aria-label="谁在用">
          {me && <PersonBadge person={me} />}
          <span>{me ? `${me.name} · ${roleNames[me.roles[0] ?? 'editor']}` : '选人'}</span>
        </button>
      </Dropdown>
      {refused && (
        <div className="seat-note">
          <FailureNote failure={refused.failure} onClose={() => setRefused(null)}>
            {refused.failure.code === 'seat.unsent' && (
              <button type="button" className="plain" onClick={() => void take(refused.personId, 'leaving')}>
                丢下没送出的，换人
              </button>
            )}
          </FailureNote>
        </div>
      )}
    </>
  )
}
