import { describe, expect, it } from 'vitest';
import { isOtherKind } from '../../src/stories/other-kinds.ts';

describe('an article that tells no event of its own', () => {
  it.each([
    ['Midterm elections, Powerball winner, FIFA. It’s ...', ''],
    ['Sandy Hook memorial, rabid bats, Tour de Turtles: News from ...', ''],
    ['Biden’s cabinet, election certifications, turkey pardon: 5 ...', ''],
    ['Memphis shooting, Apple, the Obama portraits: Daily ...', ''],
    [
      'Gas prices, Rudy Giuliani, Liz Cheney, Tasmanian tiger ...',
      'Gas is dear. Laura here. It’s Wednesday. Ready?',
    ],
    [
      'Heat wave, school shooting response, Missouri sign war ...',
      'It is hot. The Short List is a snappy news roundup.',
    ],
    ['Harbour runoff, Cyber Monday, World Cup, Quay Street, China ...', ''],
    ['Teacher strike, eagle paradox: News from around our 50 states', ''],
    ['Season recap: all goals of March', ''],
  ])('is known by its title or its opening: %s', (title, body) =>
    expect(isOtherKind(title, body)).toBe(true),
  );

  it.each([
    ['World Cup final recap: Argentina defeats France in penalty kicks'],
    ['“It’s ... complicated”, minister says of the strike'],
    ['Three dead in fire: 5 injured'],
    ['The water in Marrow, Norland, has become so bad, the mayor ...'],
  ])('is not taken for one where a single event is told: %s', (title) =>
    expect(isOtherKind(title, '')).toBe(false),
  );
});
