import { Modal } from 'antd'
import { useShortcutSheet } from '../ui/search'

const groups: readonly { readonly name: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    name: '到处可用',
    keys: [
      ['Ctrl K', '找稿件、作者、正文，也可找命令'],
      ['Alt 1 – 5', '稿件、稿库、版面、审签、资料'],
      ['Ctrl O', '导入来稿'],
      ['F1 或 ?', '这张表；写字的地方只用 F1'],
    ],
  },
  {
    name: '写稿',
    keys: [
      ['Tab / Shift Tab', '到下一部分 / 上一部分'],
      ['Enter', '在标题里到下一部分，在正文里另起一段'],
      ['Ctrl Z / Ctrl Y', '撤销 / 重做，关掉再开也在'],
      ['Ctrl F', '查找替换，可用正则、可只在选中处'],
      ['Ctrl Alt V', '看粘贴时改了什么，能还原'],
      ['Ctrl G', '到第几段'],
      ['Ctrl + − 0', '稿纸的字放大、缩小、还原'],
      ['/', '在段首打开部分菜单：↑ ↓ 选，Enter 或数字定'],
      ['Ctrl Alt 1 / 4', '引题 / 副题'],
      ['Ctrl Alt 2', '小标题与正文互换'],
      ['Ctrl Alt 3', '待补图'],
      ['Ctrl Alt 5 / 6', '提要 / 编者按'],
      ['Ctrl Alt 7 / 8', '署名 / 相关链接'],
      ['Ctrl Alt 9', '电头'],
      ['Ctrl Alt M', '批注选中的文字；没选就批注整篇'],
      ['Ctrl Alt L', '给版面留话'],
      ['Ctrl Alt J', '到下一条批注'],
      ['Ctrl Alt H', '这一段最后是谁改的'],
      ['Alt ↑ / Alt ↓', '光标在图片里：图片上移 / 下移'],
      ['Ctrl Alt R', '光标在图片里：换图'],
      ['Ctrl Alt D', '光标在图片里：去掉图片'],
      ['Ctrl Alt W', '导出 Word'],
      ['Ctrl Alt C', '复制纯文字'],
      ['Ctrl S', '大样自己存稿，这里只报一声'],
    ],
  },
  {
    name: '版面',
    keys: [
      ['Tab / Shift Tab', '按阅读顺序到下一个 / 上一个文框'],
      ['↑ ↓ ← →', '移动一行、一栏；按住 Shift 缩放'],
      ['Alt ← →', '少分、多分一栏'],
      ['Ctrl B', '栏底取齐，再按放开'],
      ['Ctrl G', '文字对齐基线格；没选文框时对齐全版'],
      ['Ctrl ← →', '与前一个、后一个文框换位'],
      ['Ctrl [ / ]', '阅读顺序提前、推后'],
      ['Enter / 双击', '打开稿件，双击落在那个字上'],
      ['Alt ↑ ↓', '上一个、下一个空处，选了就能填空'],
      ['Alt Enter', '到右边的办法：溢欠怎么收，空处填哪篇；↑ ↓ 试看，Enter 采用'],
      ['F8 / Shift F8', '到下一处、上一处毛病'],
      ['Delete', '排下，稿件回到待排'],
      ['Ctrl D', '复制文框；拖时按住 Ctrl 也行'],
      ['拖时按住 Shift', '放到另一个文框上，两框换位'],
      ['Alt 点', '点到下面一层的文框'],
      ['Ctrl Z / Ctrl Y', '撤销 / 重做，关掉再开也在'],
      ['Ctrl + − 0', '放大、缩小、适合窗口；Ctrl 加滚轮也行'],
      ['Esc', '放开文框，或作罢正在拖的'],
    ],
  },
  {
    name: '来稿',
    keys: [
      ['↑ ↓', '看上一处、下一处改动'],
      ['空格', '还原这一处，再按照改'],
      ['Ctrl Z', '撤销上一次还原、回答'],
      ['Ctrl Enter', '收进稿库'],
    ],
  },
  {
    name: '稿库',
    keys: [
      ['↑ ↓ Enter', '选稿、打开'],
      ['F2', '就地改'],
    ],
  },
]

export function ShortcutSheet() {
  const open = useShortcutSheet(s => s.open)
  const close = () => useShortcutSheet.setState({ open: false })
  return (
    <Modal open={open} onCancel={close} footer={null} title="快捷键" width={520} destroyOnHidden>
      {groups.map(group => (
        <section key={group.name} className="shortcuts">
          <h4>{group.name}</h4>
          <dl>
            {group.keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}
