import { describe, expect, it } from 'vitest';
import { findTimeZone, isTimeZone, zonesMeant } from '../../src/domain/time-zone.ts';

describe('a time zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['america/port_of_spain', 'America/Port_of_Spain'],
    ['utc', 'UTC'],
    ['+02:00', '+02:00'],
    ['london', 'Europe/London'],
    ['New York', 'America/New_York'],
    [' sydney ', 'Australia/Sydney'],
    // Systems know these by older names, which nobody chose.
    ['Europe/Kyiv', 'Europe/Kyiv'],
    ['kyiv', 'Europe/Kyiv'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Zürich', 'Europe/Zurich'],
    ['zurich', 'Europe/Zurich'],
    ['Zuerich', 'Europe/Zurich'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['sao paulo', 'America/Sao_Paulo'],
    ['America/São_Paulo', 'America/Sao_Paulo'],
    ['Asunción', 'America/Asuncion'],
    ['reykjavík', 'Atlantic/Reykjavik'],
    ['Chişinău', 'Europe/Chisinau'],
    ["St. John's", 'America/St_Johns'],
    ['port au prince', 'America/Port-au-Prince'],
    ['Saint Helena', 'Atlantic/St_Helena'],
    ['etc/gmt+5', 'Etc/GMT+5'],
    ['Japan', 'Asia/Tokyo'],
    ['UTC+2', '+02:00'],
    ['GMT\u22123:30', '-03:30'],
    ['gmt', 'GMT'],
  ])('typed as %j is %s', (typed, zone) => {
    expect(findTimeZone(typed)).toBe(zone);
  });

  it.each(['', 'Mars/Olympus', 'here', 'Europe/', '../UTC', 'EST', 'bst', 'GB', 'EST5EDT', 'ACT', '+99'])(
    'is not found in %j',
    (typed) => {
      expect(findTimeZone(typed)).toBeNull();
    },
  );

  it('is none if no hours can be counted in it, though the system has a name for it', () => {
    expect(findTimeZone('US/Pacific-New')).toBeNull();
  });

  it('of any city in the list is found by the city alone, whatever its case', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const city = zone.split('/').at(-1)!.replaceAll('_', ' ').toUpperCase();
      expect(findTimeZone(zone)).toBe(zone);
      expect(findTimeZone(city)?.split('/').at(-1)?.toUpperCase(), city).toBe(city.replaceAll(' ', '_'));
    }
  });

  it.each([
    ['EST', ['America/New_York', 'America/Toronto']],
    ['b.s.t.', ['Europe/London', 'Asia/Dhaka']],
    ['ist', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['UK', ['Europe/London']],
    ['GB', ['Europe/London']],
    ['nz', ['Pacific/Auckland']],
    ['PT', ['America/Los_Angeles', 'Europe/Lisbon']],
    ['EST5EDT', ['America/New_York']],
  ])('is not one place in %j, which may mean %j', (typed, zones) => {
    expect(zonesMeant(typed)).toEqual(expect.arrayContaining(zones));
  });

  it('is asked for where an abbreviation came, and only there', () => {
    for (const typed of ['London', 'UTC', 'Mars/Olympus', '', 'xq']) expect(zonesMeant(typed)).toEqual([]);
    for (const typed of 'est edt cst mst pst ast bst ist cet eet wet met hst mez gb nz prc rok'.split(' '))
      for (const zone of zonesMeant(typed)) expect(isTimeZone(zone) && zone.includes('/'), zone).toBe(true);
  });
});
