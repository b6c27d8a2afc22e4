import { type ThemeConfig, theme } from 'antd';

export type Appearance = 'light' | 'dark';

const font =
  '"Inter Variable", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "微软雅黑", system-ui, sans-serif';

const COLOURS = {
  light: {
    colorPrimary: '#1F6FEB',
    colorSuccess: '#1A9E6C',
    colorWarning: '#E8940A',
    colorError: '#D92D3A',
    colorTextBase: '#14213D',
    colorBgBase: '#FFFFFF',
    colorBgLayout: '#F6F8FA',
    colorBorder: '#D5DBE4',
    colorBorderSecondary: '#E4E8EE',
    colorTextSecondary: '#5B6778',
    colorTextDescription: '#5B6778',
    colorTextPlaceholder: '#667184',
  },
  dark: {
    colorPrimary: '#3B7FF0',
    colorSuccess: '#35C48D',
    colorWarning: '#F0A93A',
    colorError: '#F0616B',
    colorTextBase: '#E8EDF6',
    colorBgBase: '#151E31',
    colorBgContainer: '#151E31',
    colorBgElevated: '#1B263D',
    colorBgLayout: '#0E1525',
    colorBorder: '#3A4863',
    colorBorderSecondary: '#28344D',
    colorTextSecondary: '#9DABC0',
    colorTextDescription: '#9DABC0',
    colorTextPlaceholder: '#8090A8',
  },
} as const satisfies Record<Appearance, ThemeConfig['token']>;

/** Ant Design wearing the house's tokens. */
export function themeOf(appearance: Appearance): ThemeConfig {
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...COLOURS[appearance],
      colorLink: appearance === 'dark' ? '#7DB0FF' : '#175CCE',
      fontFamily: font,
      fontSize: 13,
      borderRadius: 6,
      borderRadiusLG: 8,
      controlHeight: 32,
      controlHeightSM: 24,
      boxShadow: '0 4px 16px rgba(20, 33, 61, 0.10)',
      boxShadowSecondary: '0 4px 16px rgba(20, 33, 61, 0.12)',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
    },
    components: {
      Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Table: {
        headerBg: appearance === 'dark' ? '#182238' : '#FBFCFD',
        cellPaddingBlockSM: 7,
        headerSplitColor: 'transparent',
      },
      Tooltip: { colorBgSpotlight: appearance === 'dark' ? '#2B3853' : '#14213D' },
    },
  };
}
