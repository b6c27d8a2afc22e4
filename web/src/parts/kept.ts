import { useState } from 'react';

/** A choice of this person on this device, kept over reloads; the first of `all` until something was chosen. */
export function useKept<T extends string>(name: string, all: readonly [T, ...T[]]): [T, (value: T) => void] {
  const place = `choice.${name}`;
  const [value, setValue] = useState<T>(() => all.find((one) => one === localStorage.getItem(place)) ?? all[0]);
  return [
    value,
    (next) => {
      localStorage.setItem(place, next);
      setValue(next);
    },
  ];
}
