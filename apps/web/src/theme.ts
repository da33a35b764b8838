import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Deep teal: white on shade 7 (light) has a contrast of 7.4, on shade 6 (dark) 5.6; both need 4.5. */
const teal: MantineColorsTuple = [
  '#e8f5f5',
  '#d3e8e9',
  '#a6d0d2',
  '#77b8bb',
  '#4fa1a5',
  '#2f878c',
  '#1a7075',
  '#0b5c61',
  '#064b50',
  '#02393d',
];

const brick: MantineColorsTuple = [
  '#fbeeec',
  '#f3d9d5',
  '#e8b0a8',
  '#e09a90',
  '#d06b5e',
  '#bd4a3b',
  '#a83a2c',
  '#962d20',
  '#7d2218',
  '#5f160e',
];

export const theme = createTheme({
  colors: { accent: teal, brick },
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  fontFamily:
    "'Inter Variable', 'Noto Sans SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.0625rem' } } },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's dimmed, error and placeholder greys are too light for WCAG AA; these are not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#545d66',
    '--mantine-color-placeholder': '#6a737c',
    '--mantine-color-error': '#962d20',
    '--mantine-color-anchor': '#0b5c61',
    '--mantine-color-text': '#1b2126',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1b8',
    '--mantine-color-placeholder': '#98a0a7',
    '--mantine-color-error': '#f0a79c',
    '--mantine-color-anchor': '#8ccbce',
    '--mantine-color-body': '#16191c',
    '--mantine-color-text': '#e3e7ea',
  },
});
