import { useState, useSyncExternalStore } from 'react';
import { type Text, t } from '@/lib/i18n';
import { chooseTextSize, type TextSize, textSize } from '@/lib/text-size';
import { chooseTheme, subscribeToTheme, type ThemeChoice, themeChoice } from '@/lib/theme';
import { SettingsHead } from '@/ui/settings-head';

const THEMES: [ThemeChoice, Text][] = [
  ['light', 'account.themeLight'],
  ['dark', 'account.themeDark'],
  ['system', 'account.themeSystem'],
];
const SIZES: [TextSize, Text][] = [
  ['normal', 'account.textNormal'],
  ['comfortable', 'account.textComfortable'],
];

/** Chosen at once and seen at once, so nothing needs to say "Saved". */
export function AppearanceForm() {
  const theme = useSyncExternalStore(subscribeToTheme, themeChoice);
  const [size, setSize] = useState(textSize);
  return (
    <>
      <SettingsHead title={t('account.appearance')} text={t('account.appearanceText')} />
      <fieldset className="setting">
        <legend className="mb-1.5 font-medium">{t('account.theme')}</legend>
        <div className="theme-cards">
          {THEMES.map(([choice, text]) => (
            <label key={choice} className="theme-card">
              <input
                type="radio"
                name="theme"
                className="sr-only"
                checked={theme === choice}
                onChange={() => chooseTheme(choice)}
              />
              <span className="theme-picture" data-shows={choice} aria-hidden="true">
                <i />
                <i />
              </span>
              {t(text)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="setting">
        <legend className="mb-1.5 font-medium">{t('account.text')}</legend>
        <div className="segmented max-w-72">
          {SIZES.map(([choice, text]) => (
            <label key={choice}>
              <input
                type="radio"
                name="text"
                checked={size === choice}
                onChange={() => {
                  chooseTextSize(choice);
                  setSize(choice);
                }}
              />
              <span>{t(text)}</span>
            </label>
          ))}
        </div>
        <p className="text-xs text-ink-3">{t('account.textHint')}</p>
      </fieldset>
    </>
  );
}
