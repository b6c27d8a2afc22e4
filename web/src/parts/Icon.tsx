const PATHS = {
  home: 'M4 11 12 4l8 7v8.5a.5.5 0 0 1-.5.5H15v-6H9v6H4.500a.5.5 0 0 1-.5-.5z',
  line: 'M6.5 12h2.5M15 12h2.5M4.5 10a2 2 0 1 0 .01 0M12 9.2a2.8 2.8 0 1 0 .01 0M19.5 10a2 2 0 1 0 .01 0',
  plan: 'M4 6h9M8 12h9M6 18h14',
  floor: 'M4 20V9l5 3V9l5 3V5h3l1 15zM4 20h16M8 16h1M12 16h1M16 16h.01',
  box: 'M12 3 20 7.500v9L12 21l-8-4.500v-9zM4 7.500l8 4.5 8-4.500M12 12v9',
  shield: 'M12 3l7.5 3v5.500c0 4.5-3 7.800-7.5 9.5-4.5-1.7-7.5-5-7.5-9.500V6zM9 12l2.200 2.200L15.5 10',
  ruler: 'M5 4v15.500h15.500zM9 13v2.500h2.500zM5 8h2M5 12h2',
  chart: 'M4 4v16h16M9 16v-5M13 16V8M17 16v-7',
  build: 'M4 4h7v7H4zM4 14h7v6H4zM14 14h6v6h-6zM17.5 4v7M14 7.500h7',
  search: 'M11 4a7 7 0 1 0 .01 0M16.5 16.5 20 20',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.500h4',
  globe: 'M12 3.500a8.5 8.5 0 1 0 .01 0M3.5 12h17M12 3.500c3 3 3 14 0 17M12 3.500c-3 3-3 14 0 17',
  pin: 'M12 21c4-5 6.5-8 6.5-11a6.5 6.5 0 0 0-13 0c0 3 2.5 6 6.5 11zM12 8a2.200 2.200 0 1 0 .01 0',
  down: 'M7 10l5 5 5-5',
  right: 'M10 7l5 5-5 5',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  columns: 'M4 5h16v14H4zM10 5v14M15 5v14',
  import: 'M12 4v11M7.5 11 12 15.5 16.5 11M4.5 19.500h15',
  export: 'M12 15V4M7.5 8.5 12 4l4.5 4.500M5 12v7.500h14V12',
  filter: 'M4 7h16M7 12h10M10 17h4',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  send: 'M4 12 20.5 4 15 20.500l-4-6.500zM11 14l4-4',
  clip: 'M8 12.500l6-6a3 3 0 0 1 4.300 4.300l-8 8a5 5 0 0 1-7-7L11 4',
  file: 'M6 3.500h8l4.5 4.500v12.500H6zM14 3.500V8h4.5',
  moon: 'M20 14A8.5 8.5 0 1 1 10 4a7 7 0 0 0 10 10z',
  sun: 'M12 8a4 4 0 1 0 .01 0M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  exit: 'M10 4H5v16h5M14 8l4 4-4 4M8 12h10',
  pause: 'M8.5 5v14M15.5 5v14',
  play: 'M8 5l11 7-11 7z',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16',
  alarm: 'M7 17v-4a5 5 0 0 1 10 0v4M5 17h14v3H5zM12 3v2M4.5 6l1.5 1.500M19.5 6 18 7.5',
  user: 'M12 4a4 4 0 1 0 .01 0M4.5 20.500c1-5 4-6.5 7.5-6.500s6.5 1.5 7.5 6.5',
  task: 'M5 4h14v16H5zM9 9h6M9 13h4',
  cloud: 'M4 4l16 16M8.5 8.500A5 5 0 0 0 6 18h10M19.5 16.500A4 4 0 0 0 17 10a5.5 5.5 0 0 0-5-4',
  back: 'M15 5l-7 7 7 7',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  history: 'M4 5v4h4M4.5 9a8 8 0 1 1-.5 4M12 8v4.500l3 2',
  star: 'M12 4l2.5 5.300 5.5.7-4 4 1 5.800-5-2.800-5 2.800 1-5.800-4-4 5.5-.700z',
  phone: 'M6 4h4l1.5 4.500L9 10.500a11 11 0 0 0 5 5l2-2.5 4 1.500v4c-9 1-16-6-14-14.500z',
  truck: 'M3 6h11v10H3zM14 10h4l3 3v3h-7M7 16a2 2 0 1 0 .01 0M17.5 16a2 2 0 1 0 .01 0',
  camera: 'M4 8h3l1.5-2.500h7L17 8h3v11H4zM12 10a3.2 3.2 0 1 0 .01 0',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon on a 24-unit square; takes the colour of the text around it. */
export function Icon({ name, size = 16, weight = 1.7 }: { name: IconName; size?: number; weight?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 3 : weight}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flex: 'none', display: 'block' }}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The motif: one continuous line with nodes. */
export function Logo({ width = 34 }: { width?: number }) {
  return (
    <svg width={width} height={width * 0.4} viewBox="0 0 34 14" fill="none" aria-hidden="true">
      <path d="M2 7h22" stroke="var(--blue)" strokeWidth="2.4" />
      <circle cx="5" cy="7" r="3" fill="var(--blue)" />
      <circle cx="15" cy="7" r="3.6" fill="var(--blue)" />
      <circle cx="28" cy="7" r="4.4" stroke="var(--blue)" strokeWidth="2.4" />
    </svg>
  );
}
