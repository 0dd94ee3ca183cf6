/** For tests only: the clipboard's HTML as programs write it, with words that we invented. */

const body = '入冬以来，云岭县各乡镇抢抓农时，组织农户收割晾晒，延长粮食收购时间。'
const more = '县粮食部门增设收购点十二个，方便农户就近卖粮，已收购秋粮十二万吨。'
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** Word on Windows: conditional comments, mso- styles, o:p, a VML twin of the picture, a picture on its own disk. */
export const wordHtml = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="ProgId" content="Word.Document"><meta name="Generator" content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {mso-style-parent:""; font-size:10.5pt;} --></style></head>
<body lang="ZH-CN" style="tab-interval:21.0pt"><!--StartFragment-->
<p class="MsoTitle" align="center" style="text-align:center"><b><span style="font-size:22.0pt;font-family:方正小标宋简体;mso-hansi-font-family:宋体">秋粮收购忙<span lang="EN-US"><o:p></o:p></span></span></b></p>
<p class="MsoNormal" style="text-indent:24.0pt;mso-char-indent-count:2.0"><span style="font-size:12.0pt;font-family:仿宋_GB2312;
mso-ascii-font-family:Calibri">　　本报讯<span lang="EN-US">(</span>记者张三<span lang="EN-US">)</span>${body}<span lang="EN-US"><o:p></o:p></span></span></p>
<p class="MsoNormal"><span lang="EN-US" style="font-size:12.0pt"><!--[if gte vml 1]><v:shape id="_x0000_i1025" style="width:300pt"><v:imagedata src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image001.jpg"/></v:shape><![endif]--><img width="400" height="267" src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg"></span></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">一、</span><span style="font-size:12.0pt">${more}</span></p>
<p class="MsoNormal" style="mso-hide:all;display:none"><span>批注：此处核实</span></p>
<p class="MsoNormal"><span style="font-size:12.0pt">他说<span lang="EN-US">"</span>好<span lang="EN-US">".</span></span></p>
<!--EndFragment--></body></html>`

/** WPS: its own classes, sizes in ten-thousandths, a font tag at the end of each line. */
export const wpsHtml = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><meta name="Generator" content="WPS Office" /></head><body style="tab-interval:21pt;text-justify-trim:punctuation;"><!--StartFragment--><div class="Section0" style="layout-grid:15.6000pt;"><p class="MsoNormal" align="center" style="text-align:center;"><b><span style="font-family:宋体;font-weight:bold;font-size:22.0000pt;mso-font-kerning:1.0000pt;"><font face="宋体">秋粮收购忙</font></span></b><span style="font-size:22.0000pt;"><o:p></o:p></span></p><p class="MsoNormal" style="text-indent:24.0000pt;mso-char-indent-count:2.0000;"><span style="font-family:仿宋;font-size:12.0000pt;"><font face="仿宋">${body}</font></span><span style="font-size:12.0000pt;"><o:p></o:p></span></p><p class="MsoNormal" style="text-indent:24.0000pt;"><span style="font-size:12.0000pt;"><font face="仿宋">县粮食部门增设收购点</font><font face="仿宋">12</font><font face="仿宋">个,方便农户就近卖粮。</font></span><o:p></o:p></p></div><!--EndFragment--></body></html>`

/** A WeChat article: sections in sections, leaf spans, pictures that are fetched later, tail lines. */
export const wechatHtml = `<html><body><!--StartFragment--><section data-role="outer" style="font-size: 16px; letter-spacing: 1.5px; line-height: 1.75em; visibility: visible;"><section style="text-align: center;"><section style="display: inline-block; font-weight: bold;"><span leaf="">秋粮收购忙</span></section></section><p style="text-indent: 2em;"><span style="font-size: 15px;"><span leaf="">　　${body}"今年卖粮不排队,"农户沈长河说.</span></span></p><p><span leaf=""><br></span></p><section nodeleaf="" style="text-align: center;"><img class="rich_pages wxw-img" data-ratio="0.66" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/invented/640?wx_fmt=jpeg" data-type="jpeg" src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E" onerror="window.hacked = true" width="677"></section><section style="text-align: center; font-size: 12px;"><span leaf="">图为收购现场。史婉摄</span></section><p><span leaf="">${more}</span></p><section style="display: none;"><span leaf="">隐藏的字</span></section><script>window.hacked = true</script><p><span leaf="">编辑：李小满</span></p><p><span leaf="">点击“阅读原文”了解更多</span></p></section><!--EndFragment--></body></html>`

/** A county's web page: headings, a layout table of one column, a real table, an advertisement's frame. */
export const webHtml = `<div id="content"><h1>秋粮收购忙</h1><div class="info"><span>来源：云岭发布</span>&nbsp;<span>2026-11-20 18:30</span></div><table width="100%"><tbody><tr><td><p>&emsp;&emsp;${body}</p><p>&nbsp;&nbsp;&nbsp;&nbsp;${more}<br>${body}</p></td></tr></tbody></table><iframe src="https://example.com/ad">广告</iframe><figure><img src="//example.com/a.jpg" alt="晒粮"><figcaption>图为收购现场。</figcaption></figure><table><tr><th>乡镇</th><th>吨数</th></tr><tr><td>青禾镇</td><td>3万</td></tr></table><img src="${dot}" width="300" height="200"><img src="https://example.com/track.gif" width="1" height="1"></div>`

/** Google's documents: a b that is not bold, styles for everything. */
export const googleHtml = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr" style="line-height:1.38;"><span style="font-size:16pt;font-weight:400;">秋粮收购忙</span></h2><p dir="ltr"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">${body}</span></p><ol><li dir="ltr"><p dir="ltr" role="presentation"><span style="font-weight:700;white-space:pre-wrap;">${more}</span></p></li></ol></b><br class="Apple-interchange-newline">`

/** What a PDF reader gives: lines as long as the column, broken where it was full. */
export const pdfText = `入冬以来，云岭县各乡镇抢抓农时，组织农
户收割晾晒，延长粮食收购时间，方便农户
就近卖粮，县粮食部门增设收购点十二个，
已收购秋粮十二万吨。`

export const clipboardWords = { body, more }
