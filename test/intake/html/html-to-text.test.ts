import { describe, expect, test } from 'vitest';
import { htmlToText } from '../../../src/intake/html/html-to-text.ts';
import { expectLinear } from '../../expect-linear.ts';

const text = (html: string): string => htmlToText(html).text;

describe('htmlToText', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['One <b>bold</b>, <i>italic</i> and<em> close</em>.', 'One bold, italic and close.'],
    ['<p> A\n  line </p>\n\n<p>\nB</p>', 'A line\n\nB'],
    ['one<br>two<br/><br />three', 'one\ntwo\n\nthree'],
    ['a<br><br><br><br>b', 'a\n\nb'],
    ['<h2>Head</h2>text<div>more<div>deep</div></div>', 'Head\n\ntext\n\nmore\n\ndeep'],
    ['<p>List:</p><ul><li>a</li><li>b <b>c</b></li></ul><p>End</p>', 'List:\n\n• a\n• b c\n\nEnd'],
    ['<ol><li>a<li>b</ol>', '1. a\n2. b'],
    ['<ol start=3><li><p>a</p></li></ol>', '3. a'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '• a\n• b\n• c'],
    ['<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>', 'A 1\nB 2'],
    ['Caf&eacute; &amp; &lt;b&gt; &#8220;q&#x201d; &nbsp;x &hellip;', 'Café & <b> “q” \u00a0x …'],
    ['AT&T and R&D &unknown; 5 < 6', 'AT&T and R&D &unknown; 5 < 6'],
    ['&#150;&#146;', '–’'],
    ['<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    ['a<script>alert(1)</script><style>p{}</style><noscript>n</noscript>b', 'ab'],
    ['<script>x', ''],
    ['<p onclick="x()">safe<iframe src="x">no</iframe></p>', 'safe'],
    ['<!-- no --><p>yes</p><!-- open', 'yes'],
    ['<![CDATA[in <b>]]>out', 'in <b>out'],
    ['<q>hi</q> said', '“hi” said'],
    ['<p>unclosed <b>bold <p>next', 'unclosed bold\n\nnext'],
    ['<a href="javascript:x">link</a>', 'link'],
    ['a\u202eb\u0000c', 'abc'],
    ['', ''],
    ['   ', ''],
    ['<dl><dt>Term</dt><dd>What it is</dd></dl>', 'Term\nWhat it is'],
    ['<ruby>山<rt>やま</rt></ruby>の<ruby>上<rp>（</rp><rt>うえ</rt><rp>）</rp></ruby>', '山の上'],
    ['<ruby>山<rp>(<rt>やま<rp>)</ruby>だ', '山だ'],
    ['Donau\u00addampf&shy;schiff', 'Donaudampfschiff'],
    ['&lt;p&gt;All &lt;b&gt;of&lt;/b&gt; it&lt;/p&gt;', 'All of it'],
    ['<div>&lt;p&gt;All&lt;/p&gt;&lt;p&gt;of it&lt;/p&gt;</div>', 'All\n\nof it'],
    ['&amp;lt;p&amp;gt;All of it&amp;lt;/p&amp;gt;', 'All of it'],
    ['Begins &lt;i&gt;so&lt;/i&gt; and &lt;i&gt;so&lt;/i&gt;', 'Begins so and so'],
    ['<p>A&amp;amp;B &amp;#8211; C</p>', 'A&B – C'],
    ['What &lt;p&gt; and &lt;/p&gt; are for', 'What <p> and </p> are for'],
    ['<p>An entity: <code>&amp;amp;</code></p>', 'An entity: &amp;'],
  ])('%j reads %j', (html, expected) => expect(text(html)).toBe(expected));

  test('finds the pictures but not what only counts readers', () => {
    const html =
      '<img src="a.jpg"><img src="data:image/gif;base64,x" data-src="b.jpg"><img src="t.gif" width="1" height=1><img>';
    expect(htmlToText(html).images).toEqual(['a.jpg', 'b.jpg']);
  });

  test('nests as deep as anyone writes', () => {
    expect(text(`${'<div>'.repeat(10_000)}deep`)).toBe('deep');
  });

  test('reads on however deep it nests', () => {
    const deep = `start ${'<b>'.repeat(200_000)}deep${'</b>'.repeat(200_000)} end`;
    expect(text(deep)).toBe('start deep end');
    expect(text(`${'<ul><li>'.repeat(3_000)}x<script>no</script>`)).toBe('• x');
  });

  test('takes time that grows with the length alone', () =>
    expectLinear((length) => {
      const n = length / 4;
      text(`${'<b>'.repeat(n / 10)}${'</i>'.repeat(n)}${'<p '.repeat(n)}`);
    }));
});
