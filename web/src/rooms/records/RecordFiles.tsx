import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, linkTo } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { Icon } from '../../parts/Icon';

const PATH = '/api/records/{type}/{id}/files';

/** Files that belong to a record. */
export function RecordFiles({ type, id }: { type: string; id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = ['record', type, id, 'files'];
  const files = useQuery({ queryKey: key, queryFn: () => api.get(PATH, { path: { type, id } }) });
  const add = useMutation({
    mutationFn: (file: File) => api.post(PATH, { path: { type, id }, form: { file } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  if (files.isError) return <ProblemPanel problem={files.error} onRetry={() => files.refetch()} />;
  if (!files.data) return <RowsSkeleton rows={3} />;
  return (
    <div>
      {files.data.length === 0 ? <EmptyPanel icon="file" title={t('record.noFiles')} /> : null}
      {files.data.map((file) => (
        <a key={file.id} className="record-file" href={linkTo('/api/files/{id}', { path: { id: file.id } })}>
          <Icon name="file" /> <b>{file.name}</b>
          <span className="muted small">
            {file.size ? `${Math.ceil(file.size / 1024)} KB` : ''} {file.authorName} {file.at ? dayTime(file.at) : ''}
          </span>
        </a>
      ))}
      <RefusalNote problem={add.error} />
      <Upload
        showUploadList={false}
        beforeUpload={(file) => {
          add.mutate(file);
          return false;
        }}
      >
        <Button icon={<Icon name="clip" />} loading={add.isPending}>
          {t('record.addFile')}
        </Button>
      </Upload>
    </div>
  );
}
