/**
 * Names of people as they stand in bylines and credits. Rules and a list of surnames rather than a word
 * segmenter: segmenters part 邢永臣摄影报道 in the wrong places.
 */

/** One-character surnames: the usual four hundred and what stands on county pages. */
const surnames = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由郗撒芶夜萧付闫阎邹仉仰笪糜郄逄鄂呙赖洪叶蒙缑弓眭訾尉暴'.split(
    '',
  ),
)

const compoundSurnames =
  /^(?:欧阳|上官|司马|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|东方|端木|呼延|宇文|长孙|轩辕)/

/** Words of two or three characters that begin with a surname but name nobody. */
const notNames =
  /^(?:完|全文|文明|文化|文艺|高考|高新|高温|安全|安康|平安|和谐|方法|金融|金秋|乐享|万家|万众|明天|明日|时事|时评|关注|关爱|成长|成果|成就|向前|向上|支持|支部|国庆|国家|国际|平台|古城|古县|海外|应急|应对|解读|公告|公示|公益|商务|通知|简讯|简介|广告|华章|严管|党建|党员|党课|石榴|元旦|元宵|春节|温馨|温暖|强国|强县|强村|农业|农村|农民|农技|路上|路线|宣传|宣讲|信息|信用|信访|计划|干部|干群|干货|云上|来信|来稿|江山|江南|花开|花海|居民|利民|惠民|惠农|富民|富农|游客|游园|房屋|房产|车辆|车站|林业|水利|连心|相关|修订|常识|下转|上接|节选|综述|资料|组图)/

/** Whether a word begins with a surname: for places where a name is certain to stand (江南 before 摄). */
export const hasSurname = (word: string): boolean =>
  surnames.has(word.charAt(0)) || compoundSurnames.test(word)

/** A name in one piece: surname and one or two characters, a compound surname, or with a middle dot. */
export function isName(word: string): boolean {
  if (/^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}){1,3}$/u.test(word)) return true
  if (!/^\p{Script=Han}{2,4}$/u.test(word) || notNames.test(word)) return false
  if (/[镇乡村县市区局站校院]$/u.test(word)) return false
  if (compoundSurnames.test(word)) return word.length <= 4 && word.length >= 3
  return word.length <= 3 && surnames.has(word.charAt(0))
}

/** Whether names are parted by spaces or 、 and nothing else; 司　伟 counts as one name. */
export function namesIn(text: string): readonly string[] | null {
  const words = text.split(/[\s\u3000、，,;；/]+/u).filter(word => word !== '')
  const names: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const next = words[at + 1] ?? ''
    if (isName(word)) {
      names.push(word)
    } else if (isOneHan(word) && isOneHan(next) && surnames.has(word)) {
      names.push(word + next)
      at++
    } else {
      return null
    }
  }
  return names.length === 0 ? null : names
}

/**
 * As `namesIn`, and names set without anything between them (董自军邢永臣) are parted where each begins with
 * a surname and takes two or three characters. For places where a name is certain to stand, as before 摄.
 */
export function namesRunTogether(text: string): boolean {
  if (namesIn(text) !== null) return true
  const han = text.replace(/[\s\u3000、，,]+/gu, '')
  if (!/^\p{Script=Han}{2,12}$/u.test(han)) return false
  const reachable = new Set([0])
  for (let at = 0; at < han.length; at++) {
    if (!reachable.has(at)) continue
    for (const length of [2, 3]) if (isName(han.slice(at, at + length))) reachable.add(at + length)
  }
  return reachable.has(han.length)
}

const isOneHan = (word: string) => /^\p{Script=Han}$/u.test(word)
