import { formatLocale } from '@/lib/format-locale';

const formatIn = (currency: string) => new Intl.NumberFormat(formatLocale(), { style: 'currency', currency });

/** Of how many of its smallest units a currency's unit consists: 100 cents, one yen. */
const unitOf = (currency: string): number => 10 ** (formatIn(currency).resolvedOptions().maximumFractionDigits ?? 2);

/** `€90.00` of 9,000 in the currency's smallest unit. */
export const formatMoney = (amount: number, currency: string): string =>
  formatIn(currency).format(amount / unitOf(currency));

/** An amount as it is typed over, `90.5`, without the currency. */
export const moneyText = (amount: number, currency: string): string => String(amount / unitOf(currency));

/** `90`, `90.50` or `90,50` in the currency's smallest unit; null when it is no amount, or one that is too fine for it. */
export function parseMoney(text: string, currency: string): number | null {
  const clean = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(clean)) return null;
  const amount = Number(clean) * unitOf(currency);
  const whole = Math.round(amount);
  return Math.abs(amount - whole) < 1e-6 ? whole : null;
}

type Priced = { amount: number | null; currency: string | null };

/** What priced things cost together: one amount for each currency, or nothing where nobody has set a price. */
export function sumMoney(priced: readonly Priced[]): string {
  const sums = new Map<string, number>();
  for (const { amount, currency } of priced) {
    if (currency) sums.set(currency, (sums.get(currency) ?? 0) + (amount ?? 0));
  }
  return [...sums].map(([currency, amount]) => formatMoney(amount, currency)).join(' + ');
}
