import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { RefusalNote } from '../../parts/Feedback';
import { Icon } from '../../parts/Icon';
import type { Task } from './api';

interface Detector {
  detect: (source: ImageBitmap) => Promise<{ rawValue: string }[]>;
}

type DetectorMaker = new (options: { formats: string[] }) => Detector;

/** Reads a code: with a scanner that types, by hand, or from a photo where the phone can read codes. */
export function ScanSheet({ onClose, onTask }: { onClose: () => void; onTask: (task: Task) => void }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const find = useMutation({
    mutationFn: async (code: string) => {
      const hit = await api.get('/api/floor/scan', { query: { code } });
      return hit.operationId ? api.get('/api/operations/{id}', { path: { id: hit.operationId } }) : null;
    },
    onSuccess: (task) => task && onTask(task),
  });
  const maker = (window as unknown as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;
  const photo = async (file: File | undefined) => {
    if (!file || !maker) return;
    const codes = await new maker({ formats: ['qr_code', 'code_128'] }).detect(await createImageBitmap(file));
    const code = codes[0]?.rawValue;
    if (code) find.mutate(code);
  };
  return (
    <div className="sheet-ground">
      <section className="sheet" role="dialog" aria-label={t('floor.scan')}>
        <header className="sheet-head">
          <div className="sheet-title">
            <b>{t('floor.scan')}</b>
            <span className="muted">{t('floor.scanHelp')}</span>
          </div>
          <button type="button" className="round-button" onClick={onClose} aria-label={t('common.close')}>
            <Icon name="close" size={22} />
          </button>
        </header>
        <form
          className="scan-form"
          onSubmit={(event) => {
            event.preventDefault();
            const code = field.current?.value.trim();
            if (code) find.mutate(code);
          }}
        >
          {/* biome-ignore lint/a11y/noAutofocus: a scanner types into this field */}
          <input ref={field} autoFocus placeholder="WO-…" aria-label={t('floor.scan')} />
          <button type="submit" className="big-button" disabled={find.isPending}>
            {t('common.open')}
          </button>
        </form>
        {maker ? (
          <label className="scan-photo">
            <Icon name="scan" size={28} /> {t('floor.photo')}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              onChange={(event) => photo(event.target.files?.[0])}
            />
          </label>
        ) : null}
        <RefusalNote problem={find.error} />
        {find.data === null ? <p>{t('floor.nothingToDo')}</p> : null}
      </section>
    </div>
  );
}
