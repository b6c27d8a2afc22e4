export type Shape =
  | 'done'
  | 'doing'
  | 'risk'
  | 'late'
  | 'blocked'
  | 'conflict'
  | 'suggestion'
  | 'hold'
  | 'idle'
  | 'normal';

/** A state as a shape, so that it reads without colour. Centred on (0,0); `r` is its radius. */
export function ShapeAt({ shape, x, y, r = 6 }: { shape: Shape; x: number; y: number; r?: number }) {
  return <g transform={`translate(${x} ${y})`}>{glyph(shape, r)}</g>;
}

function glyph(shape: Shape, r: number) {
  const white = 'var(--surface)';
  switch (shape) {
    case 'done':
      return (
        <>
          <circle r={r} fill="var(--green)" />
          <path
            d={`M${-r * 0.42} ${r * 0.02}l${r * 0.3} ${r * 0.32} ${r * 0.56}-${r * 0.62}`}
            stroke={white}
            strokeWidth={r * 0.27}
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'doing':
      return (
        <>
          <circle r={r - 1} fill={white} stroke="var(--blue)" strokeWidth={r * 0.28} />
          <circle r={r * 0.42} fill="var(--blue)" />
        </>
      );
    case 'normal':
      return <circle r={r - 1.2} fill={white} stroke="var(--blue)" strokeWidth={2} />;
    case 'risk':
      return (
        <path
          d={`M0 ${-r}L${r * 1.02} ${r * 0.82}H${-r * 1.02}z`}
          fill="var(--amber)"
          stroke="var(--amber)"
          strokeWidth={r * 0.18}
          strokeLinejoin="round"
        />
      );
    case 'late':
      return (
        <path
          d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0z`}
          fill="var(--red)"
          stroke="var(--red)"
          strokeWidth={r * 0.16}
          strokeLinejoin="round"
        />
      );
    case 'blocked': {
      const k = r * 0.414;
      return (
        <>
          <path d={`M${-k} ${-r}H${k}L${r} ${-k}V${k}L${k} ${r}H${-k}L${-r} ${k}V${-k}z`} fill="var(--red)" />
          <path
            d={`M${-r * 0.32} ${-r * 0.32}l${r * 0.64} ${r * 0.64}M${r * 0.32} ${-r * 0.32}l${-r * 0.64} ${r * 0.64}`}
            stroke={white}
            strokeWidth={r * 0.24}
            strokeLinecap="round"
          />
        </>
      );
    }
    case 'conflict':
      return (
        <>
          <rect x={-r * 0.92} y={-r * 0.92} width={r * 1.84} height={r * 1.84} rx={r * 0.3} fill="var(--amber)" />
          <path
            d={`M${-r * 0.5} ${-r * 0.25}h${r * 0.7}M${-r * 0.2} ${r * 0.25}h${r * 0.7}`}
            stroke={white}
            strokeWidth={r * 0.22}
            strokeLinecap="round"
          />
        </>
      );
    case 'suggestion':
      return (
        <>
          <circle r={r} fill="var(--blue)" />
          <path
            d={`M${-r * 0.45} 0h${r * 0.85}M${r * 0.08} ${-r * 0.35}l${r * 0.35} ${r * 0.35}-${r * 0.35} ${r * 0.35}`}
            stroke={white}
            strokeWidth={r * 0.22}
            fill="none"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'hold':
      return (
        <path
          d={`M${-r * 0.4} ${-r * 0.75}V${r * 0.75}M${r * 0.4} ${-r * 0.75}V${r * 0.75}`}
          stroke="var(--grey)"
          strokeWidth={r * 0.42}
        />
      );
    case 'idle':
      return <circle r={r - 1} fill={white} stroke="var(--grey)" strokeWidth={1.6} />;
  }
}

/** The same shape as an inline picture. `label` is read to those who do not see it. */
export function StateShape({ shape, size = 12, label }: { shape: Shape; size?: number; label?: string }) {
  const half = size / 2 + 1;
  return (
    <svg
      width={size + 2}
      height={size + 2}
      viewBox={`${-half} ${-half} ${half * 2} ${half * 2}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      style={{ flex: 'none', display: 'block' }}
    >
      {label ? <title>{label}</title> : null}
      {glyph(shape, size / 2)}
    </svg>
  );
}
