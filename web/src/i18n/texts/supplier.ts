export const supplierTables = {
  supplier: {
    title: ['给我的采购订单', 'Orders to deliver'],
    none: ['没有采购订单', 'No orders'],
    noneAdvice: [
      '采购员下单后，这里会显示要送什么、什么时候要。',
      'Once the buyer has ordered, it shows here what is wanted and when.',
    ],
    waiting: ['{{n}} 行等您确认交期', '{{n}} lines wait for your date'],
    wanted: ['要求', 'Wanted'],
    confirmed: ['已确认 {{day}}', 'Confirmed {{day}}'],
    confirm: ['确认', 'Confirm'],
    change: ['改交期', 'Change'],
    quantity: ['当日可送数量', 'Quantity on that day'],
    remark: ['备注，可不填', 'Remark (optional)'],
    open: ['还差 {{n}} {{unit}}', '{{n}} {{unit}} still to come'],
    orderedOn: ['{{day}} 下单', 'Ordered {{day}}'],
  },
  purchaseStatus: {
    DRAFT: ['草稿', 'Draft'],
    ORDERED: ['待确认', 'To confirm'],
    CONFIRMED: ['已确认', 'Confirmed'],
    PARTIAL: ['部分到货', 'Partly delivered'],
    RECEIVED: ['已收齐', 'Delivered'],
    CANCELLED: ['已取消', 'Cancelled'],
    CLOSED: ['已关闭', 'Closed'],
  },
} as const;
