/** Load of the work centres as the server tells it. */
export interface Load {
  centres?: Centre[];
  rows?: Centre[];
}

interface Centre {
  id?: string;
  workCentreId?: string;
  code?: string;
  name?: string;
  days?: LoadDay[];
  cells?: LoadDay[];
}

interface LoadDay {
  day: string;
  share?: number | string | null;
  minutes?: number;
  capacityMinutes?: number;
  closed?: boolean;
}

export interface HeatCell {
  day: string;
  share: number;
  closed: boolean;
}

export interface HeatRow {
  id: string;
  name: string;
  cells: HeatCell[];
}

function cellOf(day: LoadDay): HeatCell {
  const capacity = Number(day.capacityMinutes ?? 0);
  const share =
    day.share !== undefined && day.share !== null
      ? Number(day.share)
      : capacity > 0
        ? Number(day.minutes ?? 0) / capacity
        : 0;
  return { day: day.day, share, closed: day.closed ?? (day.capacityMinutes !== undefined && capacity === 0) };
}

/** The rows of the heat strip; every row has the same days. */
export function loadRows(load: Load | undefined): { days: string[]; rows: HeatRow[] } {
  const centres = load?.centres ?? load?.rows ?? [];
  const rows = centres.map((centre) => ({
    id: centre.id ?? centre.workCentreId ?? centre.code ?? '',
    name: centre.name ?? centre.code ?? '',
    cells: (centre.days ?? centre.cells ?? []).map(cellOf),
  }));
  return { days: rows[0]?.cells.map((cell) => cell.day) ?? [], rows };
}
