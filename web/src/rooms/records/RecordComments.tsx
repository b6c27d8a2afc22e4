import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { EmptyPanel, ProblemPanel, RefusalNote, RowsSkeleton } from '../../parts/Feedback';
import { dayTime } from '../../parts/format';
import { Avatar } from '../../parts/Person';

const PATH = '/api/records/{type}/{id}/comments';

/** Talk about a record. */
export function RecordComments({ type, id }: { type: string; id: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const key = ['record', type, id, 'comments'];
  const comments = useQuery({
    queryKey: key,
    queryFn: () => api.get(PATH, { path: { type, id } }),
    meta: { tables: ['comment'] },
  });
  const say = useMutation({
    mutationFn: () => api.post(PATH, { path: { type, id }, body: { text: text.trim() } }),
    onSuccess: () => [setText(''), queries.invalidateQueries({ queryKey: key })],
  });
  if (comments.isError) return <ProblemPanel problem={comments.error} onRetry={() => comments.refetch()} />;
  if (!comments.data) return <RowsSkeleton rows={3} />;
  return (
    <div className="record-comments">
      {comments.data.length === 0 ? <EmptyPanel icon="send" title={t('timeline.none')} /> : null}
      {comments.data.map((comment) => (
        <div key={comment.id} className="record-comment">
          <Avatar name={comment.authorName ?? comment.author} size={28} />
          <div>
            <b>{comment.authorName ?? comment.author}</b> <span className="muted small">{dayTime(comment.at)}</span>
            <div>{comment.text}</div>
          </div>
        </div>
      ))}
      <RefusalNote problem={say.error} />
      <div className="record-say">
        <Input.TextArea
          rows={2}
          value={text}
          placeholder={t('timeline.write')}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" disabled={!text.trim()} loading={say.isPending} onClick={() => say.mutate()}>
          {t('common.send')}
        </Button>
      </div>
    </div>
  );
}
