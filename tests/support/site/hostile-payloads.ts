/**
 * A text that wants to be more than text, and two harmless ones of the same shape: with letters that are in no name of
 * a package, command or host, and with letters that may be in all of them.
 */
export interface Payload {
  hostile: string
  strange: string
  plain: string
}

/** The same words and lines, of a letter that means nothing anywhere. */
function tamed(hostile: string): Payload {
  return { hostile, strange: hostile.replace(/\S/gu, 'é'), plain: hostile.replace(/\S/gu, 'x') }
}

function instead(hostile: string, harmless: string): Payload {
  return { hostile, strange: harmless, plain: harmless }
}

/** Texts for any field. None has more than 100 characters, which is what a title may have. */
export const TEXTS: readonly Payload[] = [
  '<script>alert(1)</script>',
  '</p></div></main><img src=x onerror=alert(1)><svg onload=alert(1)>',
  '"><a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  `' onmouseover='alert(1)' style='position:fixed;inset:0' x='`,
  ']]></content><link href="https://evil.example/"/><!--',
  '--><script src=//evil.example></script><!-- </textarea></title></style></script>',
  '{{constructor}} ${alert(1)} <%= 1 %> {@html x} {% raw %} #{x} <?php ?> <!--#exec -->',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example> `` ` ``',
  '\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff\u00ad \u001b[31mred\u001b[0m \u0007 \u{e0041}',
  '`$(touch x)` "; rm -rf ~; echo " & calc.exe | more %COMSPEC% $env:PATH \\',
  'https://evil.example/ www.evil.example mailto:a@evil.example @everyone #1 a | b',
  '&lt;script&gt; &#60;b&#62; &amp;quot; &nbsp &copy; &#0; &#x202e; %3Cscript%3E \\u003cscript',
  'W'.repeat(100),
].map(tamed)

/** Several lines, for what may have them: messages, arguments, pages. */
export const LINES: readonly Payload[] = [
  'one\n\n<script>alert(1)</script>\n\n</article><iframe src="https://evil.example"></iframe>',
  'one\r\nX-Evil: 1\r\nLocation: https://evil.example/\r\n\r\n<b>',
  'one\n\n<style>body { display: none }</style>\n\n<form action="https://evil.example"><input name=x></form>',
].map(tamed)

/** Markdown, where it is allowed: the harmless one has the same parts, with addresses that may be links. */
export const MARKDOWN: readonly Payload[] = [
  ...LINES,
  instead(
    '[x](javascript:alert(1)) [y](data:text/html,x) [z](<java\tscript:alert(1)>)',
    '[x](ftp://evil.example/x) [y](ftp://evil.example/y) [z](ftp://evil.example/z)',
  ),
  instead(
    '![x](https://evil.example/x.png "onerror=alert(1)") [a]: javascript:alert(1)',
    '![x](https://evil.example/x.png "xxx") [a]: https://evil.example/',
  ),
  instead(
    '<a href="javascript:alert(1)">x</a> <img src=x onerror=alert(1)> <!-- x --> <?x ?> <![CDATA[x]]>',
    'x x x x x',
  ),
  instead('# One\n\n## </h2><script>alert(1)</script>', '# One\n\n## Two'),
  instead('```html"><script>alert(1)</script>\n</code></pre><b>\n```', '```html\nxx\n```'),
  instead('a<base href=https://evil.example/><meta http-equiv=refresh content=0>', 'a'),
]

/** Addresses: with the harmless one a page does what it may do with the hostile one, a link or plain text. */
export const ADDRESSES: readonly Payload[] = [
  instead('javascript:alert(1)', 'ftp://evil.example/'),
  instead('JaVaScRiPt:alert(1)//https://good.example/', 'ftp://evil.example/'),
  instead('data:text/html,%3Cscript%3Ealert(1)%3C/script%3E', 'ftp://evil.example/'),
  instead('vbscript:msgbox(1)', 'ftp://evil.example/'),
  instead('http://evil.example/', 'ftp://evil.example/'),
  instead('https://good.example@evil.example/', 'ftp://evil.example/'),
  instead(`https://evil.example/"onclick="alert(1)`, 'https://evil.example/x'),
  instead(`https://evil.example/'><script>alert(1)</script>`, 'https://evil.example/x'),
  instead('https://evil.example/]]>?a=b&c=d#</script>', 'https://evil.example/x'),
  instead('https://evil.example/%22%3E%3Cscript%3E/%0d%0aX-Evil:1', 'https://evil.example/x'),
]
