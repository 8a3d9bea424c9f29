import { expect, it } from 'vitest';
import { deviceName, isPhone } from '@/features/account/device-name';

it('reads a browser and a system out of a user agent', () => {
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
  expect(deviceName(firefox)).toBe('Firefox · Linux');
  expect(isPhone(firefox)).toBe(false);
});

it('tells Edge from Chrome, and Chrome from Safari', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
  expect(deviceName(chrome)).toBe('Chrome · Windows');
  expect(deviceName(`${chrome} Edg/140.0`)).toBe('Edge · Windows');
});

it('leaves a plain name alone', () => {
  expect(deviceName('Ada’s phone')).toBe('Ada’s phone');
});
