import { expect, test } from 'vitest';
import { redirectTarget } from '../../src/domain/web-address.ts';

test.each([
  ['https://www.google.com/url?rct=j&sa=t&url=https://x.example/a&ct=ga', 'https://x.example/a'],
  ['https://www.google.co.uk/url?q=https%3A%2F%2Fx.example%2Fa%3Fp%3D1', 'https://x.example/a?p=1'],
  ['http://www.bing.com/news/apiclick.aspx?url=https%3a%2f%2fx.example%2fa&c=1', 'https://x.example/a'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Fx.example%2Fa&h=AT0', 'https://x.example/a'],
])('%s leads to %s', (address, target) => expect(redirectTarget(address)).toBe(target));

test.each([
  'https://www.google.com/search?q=https://x.example/a',
  'https://www.google.com/url?q=javascript:alert(1)',
  'https://x.example/url?url=https://y.example/a',
  'https://x.example/a',
  'nowhere',
])('%s is where it leads', (address) => expect(redirectTarget(address)).toBe(address));
