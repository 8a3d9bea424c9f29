import { describe, expect, it } from 'vitest';
import { formatMoney, moneyText, parseMoney, sumMoney } from '@/lib/money';

describe('amounts of money', () => {
  it('are written and read in the smallest unit of their currency', () => {
    expect(formatMoney(9050, 'EUR')).toBe('€90.50');
    expect(formatMoney(9050, 'JPY')).toBe('JP¥9,050');
    expect(moneyText(9050, 'EUR')).toBe('90.5');
    expect(parseMoney(' 90,5 ', 'EUR')).toBe(9050);
    expect(parseMoney('1.1', 'EUR')).toBe(110);
    expect(parseMoney('0.005', 'EUR')).toBeNull();
    expect(parseMoney('90.5', 'JPY')).toBeNull();
    expect(parseMoney('-3', 'EUR')).toBeNull();
  });

  it('add up for each currency alone', () => {
    const priced = [
      { amount: 100, currency: 'EUR' },
      { amount: null, currency: null },
      { amount: 250, currency: 'EUR' },
      { amount: 5, currency: 'JPY' },
    ];
    expect(sumMoney(priced)).toBe('€3.50 + JP¥5');
    expect(sumMoney([])).toBe('');
  });
});
