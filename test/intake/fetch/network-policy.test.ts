import { describe, expect, test } from 'vitest';
import { privateNetwork, publicNetwork } from '../../../src/intake/fetch/network-policy.ts';

const { refuseAddress, allowsPort } = publicNetwork([80, 443, 8080]);

describe('the public network', () => {
  test.each([
    ['0.0.0.0', '127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ['169.254.169.254', '169.254.1.1', '100.64.0.1', '100.100.100.200', '168.63.129.16', '192.0.0.192'],
    ['192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ['::', '::1', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1', '100::1'],
    ['::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:a00:1', '::127.0.0.1', '::ffff:0:127.0.0.1'],
    [
      '64:ff9b::7f00:1',
      '64:ff9b::10.0.0.1',
      '64:ff9b::a9fe:a9fe',
      '64:ff9b:1::1',
      '2002:7f00:1::',
      '2002:a00:1::1',
    ],
    [
      '2001::1',
      '2001:db8::1',
      '2001:10::1',
      '3fff::1',
      '4000::1',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
    ],
    ['', 'localhost', '127.0.0.1.example.com', '[::1]'],
  ])('refuses %s and the like', (...addresses) => {
    for (const address of addresses) expect(refuseAddress(address), address).toEqual(expect.any(String));
  });

  test.each([
    '93.184.216.34',
    '1.1.1.1',
    '172.32.0.1',
    '2606:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::101:101',
  ])('allows %s', (address) => expect(refuseAddress(address)).toBeNull());

  test('allows the web ports and those asked for', () => {
    expect([80, 443, 8080, 22, 6379, 0].filter(allowsPort)).toEqual([80, 443, 8080]);
  });
});

describe('a private network', () => {
  test('reaches its own hosts on any port', () => {
    for (const address of ['10.1.2.3', '127.0.0.1', '::1', 'fd12::1', '1.1.1.1'])
      expect(privateNetwork.refuseAddress(address), address).toBeNull();
    expect(privateNetwork.allowsPort(8000)).toBe(true);
  });

  test.each([
    '169.254.169.254',
    '::ffff:169.254.169.254',
    '100.100.100.200',
    'fd00:ec2::254',
    '64:ff9b::a9fe:a9fe',
  ])('still keeps away from cloud metadata at %s', (address) =>
    expect(privateNetwork.refuseAddress(address)).toMatch(/metadata/),
  );
});
