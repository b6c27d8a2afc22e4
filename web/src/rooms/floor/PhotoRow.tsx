import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon';

const LONGEST_SIDE = 1280;
const MOST = 4;

interface PhotoRowProps {
  photos: readonly Blob[];
  onChange: (photos: Blob[]) => void;
}

/** Pictures of what went wrong, made small enough for a weak connection. */
export function PhotoRow({ photos, onChange }: PhotoRowProps) {
  const { t } = useTranslation();
  const links = useMemo(() => photos.map((photo) => URL.createObjectURL(photo)), [photos]);
  useEffect(() => () => links.forEach((link) => void URL.revokeObjectURL(link)), [links]);
  const take = async (file: File | undefined) => {
    if (file) onChange([...photos, await smaller(file)]);
  };
  return (
    <div className="photo-row">
      {links.map((link, index) => (
        <button
          key={link}
          type="button"
          className="photo"
          style={{ backgroundImage: `url(${link})` }}
          aria-label={t('floor.removePhoto', { n: index + 1 })}
          onClick={() => onChange(photos.filter((_, other) => other !== index))}
        >
          <Icon name="close" size={18} />
        </button>
      ))}
      {photos.length < MOST ? (
        <label className="photo photo-take">
          <Icon name="camera" size={26} />
          {t(photos.length > 0 ? 'floor.oneMorePhoto' : 'floor.takePhoto')}
          <input
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              void take(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
      ) : null}
    </div>
  );
}

/** The picture with its longer side at most {@link LONGEST_SIDE}; as it came if the browser cannot read it. */
async function smaller(file: File): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', 0.8));
  } catch {
    return file;
  }
}
