import { describe, expect, test } from 'vitest';
import { storyClock } from '../../core/time/index.ts';
import { storyCalendar } from './calendar.ts';

const at = (day: number) => new Date(Date.UTC(2016, 0, day));

function given() {
  const clock = storyClock(at(1));
  const calendar = storyCalendar(clock);
  const played: string[] = [];
  const enter = (day: number, name: string, work?: () => void) =>
    calendar.enter(at(day), async () => {
      played.push(`${name} ${clock.now().getUTCDate()}`);
      work?.();
    });
  return { clock, calendar, played, enter };
}

describe("the story's calendar", () => {
  test('plays in the order of days whoever entered first, and of entering on one day', async () => {
    const { calendar, played, enter } = given();
    enter(9, 'c');
    enter(3, 'a');
    enter(3, 'b');
    await calendar.play(at(31));
    expect(played).toEqual(['a 3', 'b 3', 'c 9']);
  });

  test('plays what is entered meanwhile in its turn; what lies in the past happens now and turns no clock back', async () => {
    const { clock, calendar, played, enter } = given();
    enter(5, 'a', () => {
      enter(7, 'after');
      enter(2, 'late');
    });
    enter(8, 'b');
    await calendar.play(at(31));
    expect(played).toEqual(['a 5', 'late 5', 'after 7', 'b 8']);
    expect(clock.now()).toEqual(at(31));
  });

  test('leaves what comes after the end for another time', async () => {
    const { clock, calendar, played, enter } = given();
    enter(5, 'a');
    enter(15, 'b');
    await calendar.play(at(10));
    expect(played).toEqual(['a 5']);
    expect(clock.now()).toEqual(at(10));
    await calendar.play(at(20));
    expect(played).toEqual(['a 5', 'b 15']);
  });

  test('ends after the present one when it may, where the clock stands', async () => {
    const { clock, calendar, played, enter } = given();
    let asked = false;
    enter(5, 'a', () => void (asked = true));
    enter(6, 'b');
    await calendar.play(at(31), { mayEnd: () => asked });
    expect(played).toEqual(['a 5']);
    expect(clock.now()).toEqual(at(5));
  });

  test('says how far it has come by weight, also within a long one', async () => {
    const { calendar } = given();
    const shares: number[] = [];
    calendar.enter(at(2), async () => calendar.come(0.5), 300);
    calendar.enter(at(3), async () => {}, 100);
    await calendar.play(at(31), { told: ({ share }) => shares.push(share) });
    expect(shares).toEqual([0, 0.375, 0.75]);
  });

  test('does not go back when something enters what was foreseen in its own weight', async () => {
    const { calendar } = given();
    const shares: number[] = [];
    calendar.enter(at(2), async () => {}, 100);
    const twice = async () => {
      for (const day of [4, 5]) calendar.enter(at(day), async () => {}, 100);
    };
    calendar.enter(at(3), twice, 300);
    await calendar.play(at(31), { told: ({ share }) => shares.push(share) });
    expect(shares).toEqual([0, 0.25, 0.5, 0.75]);
  });
});
