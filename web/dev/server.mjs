// A tiny server with invented data, so that pages can be drawn before the real one runs. Not part of the product.
import { createServer } from 'node:http';
import { readFileSync, existsSync } from 'node:fs';
import { extname, join } from 'node:path';

const KINDS = ['RECEIVED','REVIEWED','CONFIRMED','ENGINEERED','MATERIAL','RELEASED','PRODUCTION','INSPECTED','PACKED','SHIPPED','ACCEPTED','PAID'];
const day = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);
const at = (n, h = 9) => `${day(n)}T0${h}:00:00Z`;
const rows = [
  ['1103-004',1,'瑞泽液压','液压站机架','HY-3310-00','C',24,'SET','LATE',6,46,3,'外协热处理回厂晚 2 天','陈丽华','催外协',1,'RUSH'],
  ['1027-011',2,'欣达轨交','转向架横梁','XD-0872-02','B',6,'PCE','LATE',7,0,5,'焊缝探伤不合格，返修中','吴倩','看返修单',1],
  ['1109-015',1,'博远医疗','CT 机架罩壳','BY-5516-01','D',30,'SET','LATE',3,0,3,'D 版图纸 2 处尺寸未答复','顾晓东','催答疑',1],
  ['1030-002',1,'远航船配','舱口盖铰座','YH-2204-00','A',40,'PCE','LATE',9,0,2,'承运车辆改约到 11-25','孙海涛','改约车辆',1],
  ['1112-003',1,'联创半导体','真空腔体支架','LC-7790-03','A',12,'PCE','RISK',4,0,-0.5,'6061 铝板 12-02 才到','陈丽华','问替代料',1],
  ['1106-008',3,'鑫源电力','开关柜柜体','XY-1450-00','B',60,'SET','RISK',6,18,-1,'喷粉线 11-27 检修','何志强','调排程',1],
  ['1116-001',1,'凯盛光伏','花篮清洗机架','KS-0316-00','A',18,'SET','RISK',1,0,0,'产能答复超时 5 小时','周敏','去评审',1,'RUSH',true],
  ['1021-009',1,'德昌包装','封箱机机身','DC-2018-00','F',10,'SET','NORMAL',6,82,0,'','何志强','看工序',0],
  ['1117-005',1,'华美食品','灌装机护罩','HM-6620-05','A',25,'SET','NORMAL',8,0,0,'','钱玉芳','打箱单',1],
  ['1110-003',1,'博远医疗','手术床底架','BY-5520-00','A',12,'SET','NORMAL',7,0,-1,'','吴倩','看检验',0],
  ['1105-012',2,'江淮风机','蜗壳焊接件','JH-4405-01','B',120,'PCE','NORMAL',6,35,-1,'','何志强','看工序',0],
  ['1118-002',1,'中科智装','桁架机械手底座','ZK-0951-00','C',8,'SET','NORMAL',5,0,-2,'','周敏','派工',1],
  ['1120-001',1,'鑫源电力','母线支架','XY-1462-03','A',400,'PCE','NORMAL',2,0,-1,'','林佳','催回签',0],
  ['1102-007',1,'天工机床','床身防护板','TG-0444-00','B',50,'PCE','HOLD',4,0,0,'客户 11-19 通知暂停','林佳','问客户',0],
  ['1019-006',1,'瑞泽液压','油箱焊接总成','HY-2180-00','B',15,'SET','DONE',11,0,-1,'','孙海涛','看回单',0],
];
const lines = rows.concat(rows.map((r) => [`2${r[0].slice(1)}`, ...r.slice(1)])).map((r, i) => ({
  id: `line-${i}`, orderId: `order-${i}`, orderNumber: `SO-2026${r[0]}`, position: r[1], customer: { id: 'c', name: r[2] },
  item: { id: `item-${i}`, name: r[3], drawing: r[4], revision: r[5], code: r[4] }, quantity: `${r[6]}.000000`, unit: r[7], state: r[8],
  stage: KINDS[Math.min(r[9], 10)], percent: r[10], slipDays: r[11], reason: r[12], owner: { id: 'p', name: r[13], phone: '13800000000' },
  next: { label: r[14], link: '/planning', urgent: !!r[15] }, orderClass: r[16] ?? 'STABLE',
  promised: r[17] ? null : day(26 - i), forecast: day(26 - i + Math.ceil(r[11])), requested: day(25 - i),
  milestones: KINDS.map((kind, k) => ({ kind, state: k < r[9] ? 'DONE' : k === r[9] ? 'CURRENT' : 'FUTURE', planned: day(k * 3 - 18),
    at: day(k * 3 - 18 + (k >= r[9] ? Math.max(0, r[11]) : 0)), lostDays: k === r[9] ? Math.max(0, r[11]) : k === 3 && i % 4 === 0 ? 1 : 0, percent: r[10],
    owner: { name: ['林佳', '周敏', '顾晓东', '陈丽华', '何志强'][k % 5] }, cause: k === r[9] ? r[12] : '', handoverMinutes: [0, 6, 72, 9, 720, 12, 25][k] })),
  updatedAt: at(0),
}));
const detail = (line) => ({ line, order: { status: 'IN_REVIEW', onHold: false, customerItemNumber: 'RZ-88213' }, siblings: [],
  exceptions: line.state === 'LATE' ? [
    { id: 'e1', kind: 'SUPPLIER_SLIP', title: '外协热处理回厂晚', station: 'PRODUCTION', raisedAt: at(0), days: 2, owner: { name: '陈丽华' }, due: at(0, 8), actions: [{ label: '催办', post: '/api/x' }, { label: '改派金诺', post: '/api/x', gainDays: 2 }] },
    { id: 'e2', kind: 'MACHINE_DOWN', title: 'CNC-03 主轴轴承更换', detail: '停机到 11-25 20:00，OP50 底板铣削顺延', days: 1, owner: { name: '马建军' }, due: at(3), actions: [{ label: '抢修单', link: '/x' }, { label: '换 CNC-02', post: '/api/x', gainDays: 1 }] },
    { id: 'e3', kind: 'APPROVAL_WAITING', title: '金诺加急费等待审批', detail: '批准后才能插炉，已等 50 分', days: 0, owner: { name: '周敏' }, due: at(0, 6), actions: [{ label: '去审批', link: '/approvals' }] },
  ] : [],
  causes: line.state === 'LATE' ? [{ label: '外协热处理', days: 2 }] : [],
  operations: ['激光下料', '折弯', '机架焊接', '去应力热处理', '底板铣削', '钻孔攻牙', '喷粉', '装配', '保压试验'].map((name, k) => ({ sequence: (k + 1) * 10, name, id: `op${k}`, resource: ['L-02','B-01','W-01','外协','CNC-03','CNC-05','P-01','A-01','A-02'][k],
    plannedStart: at(k * 3 - 7), plannedEnd: at(k * 3 - 4), start: at(k * 3 - 7 + (k > 2 ? 3 : 0)), end: at(k * 3 - 5 + (k > 2 ? 3 : 0)), state: k < 2 ? 'DONE' : k === 2 ? 'RUNNING' : 'WAITING', lostDays: k === 3 ? 2 : k === 4 ? 1 : 0 })),
  kitting: { ready: 14, total: 16, allBy: day(14), items: [['组合密封垫 HV-20', 96, 'PCE', 10, 11, 'LATE'], ['比例换向阀 4WRE10', 24, 'PCE', 16, 14, 'INCOMING', 'PO-20261110-014'], ['钢板 Q345B δ20', 2.4, 'TNE', -7, null, 'READY'], ['六角螺栓 M16×60', 576, 'PCE', 13, null, 'READY']].map(([name, quantity, unit, need, there, state, document], i) => ({ itemId: `k${i}`, code: `K-${i}`, name, quantity, unit, needed: day(need), available: there === null ? null : day(there), state, document })) },
  timeline: [
    { at: at(0, 2), kind: 'CHANGE', text: '客户要求提前 3 天', waiting: true, waitsFor: [] },
    { at: at(0, 1), kind: 'COMMENT', actor: '陈丽华', text: '恒力的炉子排到 27 号。已问金诺，今天 16:00 前回能不能插炉。@周敏', waitsFor: [] },
    { at: at(0, 1), kind: 'APPROVAL', text: '加急费申请 · 金诺热处理', actor: '陈丽华', waiting: true, waitsFor: ['u1'], subject: 'a1' },
    { at: at(-1), kind: 'DOCUMENT', actor: '顾晓东', text: 'HY-3310-00 C 版.pdf', subject: 'd1', waitsFor: [] },
    { at: at(-1), kind: 'ACKNOWLEDGEMENT', text: 'C 版替换 B 版', waiting: true, waitsFor: ['x'], done: 5, asked: 6 },
    { at: at(-6), kind: 'MILESTONE', text: 'RELEASED', actor: '周敏', waitsFor: [] },
  ] });
let user = { id: 'u1', username: 'zhoumin', name: '周敏', organisation: { name: '苏州一厂' }, permissions: [], seesPrices: true, roles: ['planner', 'administrator', 'sales'], language: process.env.LANGUAGE ?? 'zh' };
const routes = [
  ['GET', /^\/api\/session$/, () => user],
  ['PATCH', /^\/api\/session$/, () => user],
  ['POST', /^\/api\/session$/, () => user],
  ['GET', /^\/api\/session\/hints$/, () => ({ demo: true, accounts: [['zhoumin','周敏','planner'],['linjia','林佳','sales'],['heqiang','何志强','team-leader'],['wjj','王建军','operator'],['ht','何涛','warehouse'],['boss','李总','manager']].map(([username, name, role]) => ({ username, name, role, password: 'x' })) })],
  ['GET', /^\/api\/lines$/, (_, url) => { const v = url.searchParams.get('state'); const items = lines.filter((l) => !v || v.split(',').includes(l.state)); return { items, total: 312, counts: { all: 312, mine: 18, risk: 14, late: 9, dueThisWeek: 31 }, kpis: { onTime: 64, due: 70, onTimeLastMonth: 60, dueLastMonth: 68, open: 312, openDueThisWeek: 31, risk: 14, late: 9, waitingForMe: 6, waitingTooLong: 2 } }; }],
  ['GET', /^\/api\/lines\/(.+)$/, (m) => detail(lines.find((l) => l.id === m[1]) ?? lines[0])],
  ['GET', /^\/api\/orders\/(.+)$/, (m) => ({ id: m[1], number: 'SO-20261103-004', status: 'IN_REVIEW', lines: lines.slice(0, 2).map((l) => ({ ...l, itemId: l.item.id, itemName: l.item.name, itemCode: l.item.code, requestedDate: l.requested, latestPromise: l.promised })), reviews: [{ id: 'r', lineId: 'line-0', department: 'SALES', answer: 'YES', answeredByName: '林佳' }] })],
  ['GET', /^\/api\/order-lines\/.+\/promise$/, () => promise],
  ['POST', /^\/api\/promise$/, () => promise],
  ['GET', /^\/api\/approvals$/, () => [{ id: 'a1', recordType: 'sales-order', recordId: 'order-1', title: '订单 58.2 万 锦途充电', submittedByName: '孙倩', submittedAt: at(0), steps: [{ name: '销售经理', mode: 'ANY', tasks: [] }], step: 0, state: 'WAITING' }]],
  ['GET', /^\/api\/acknowledgements$/, () => []],
  ['GET', /^\/api\/floor\/tasks$/, () => ({ person: { name: '王建军' }, machines: [{ id: 'm', code: 'B2', name: '折弯机' }], today: { pieces: '126', good: '124', scrap: '2', wage: { amount: '186.4', currency: 'CNY' } }, more: 3,
    tasks: [['左侧板', 'DK-800-03', 'RUNNING', 40, []], ['加强支架', 'GS-1200-11', 'READY', 120, []], ['托盘纵梁', 'DT-2300-02', 'WAITING', 80, [{ code: 'x', detail: '等激光 12/30', advice: '去激光组看看，或先做下一张。' }]]].map(([name, drawing, status, n, blocks], i) => ({ operationId: `o${i}`, workOrderId: 'w', workOrderNumber: 'WO-1', code: 'WO-1/30', sequence: 30, name: '折弯', status, item: { id: 'i', code: drawing, name, drawingNumber: drawing, revision: 'B' }, order: { lineId: 'line-0', orderId: 'o', label: 'SO-20261103-004', customer: '启恒' }, workCentre: { id: 'c', code: 'B', name: '折弯' }, machine: { id: 'm', code: 'B2', name: '折弯机 B2' }, unit: 'PCE', total: '64', remaining: String(n), available: String(n), limit: String(n), good: i ? '0' : '24', scrap: '0', rework: '0', plannedStart: at(0, 5), plannedEnd: at(0, 7), due: day(4), startedAt: at(0, 9), workers: [], steps: ['激光', '折弯', '焊接', '喷粉', '装配'].map((s, k) => ({ operationId: k === 1 ? `o${i}` : `s${k}`, sequence: k * 10, name: s, status: k < 1 ? 'DONE' : 'WAITING', good: '0', total: '64' })), checks: [['material', '材料已领齐'], ['previous', '上道已到 64 件'], ['quality', '首检合格']].map(([code, text]) => ({ code, text, passed: true })), blocks })) })],
  ['GET', /^\/api\/records\/scrap-reason$/, () => ({ items: ['角度超差', '尺寸超差', '划伤', '压痕', '开裂', '其他'].map((name, i) => ({ id: `r${i}`, version: 0, values: { name, cause: 'PROCESS', active: true } })), total: 6 })],
  ['GET', /^\/api\/exceptions$/, () => ({ total: 19, counts: [['SHORTAGE', 5], ['SUPPLIER_SLIP', 3], ['OPERATION_LATE', 4], ['NOT_PLANNED', 7]].map(([kind, count]) => ({ kind, count })), items: [['OPERATION_LATE', '折弯 晚 3 天，B-01', 3, 'PRODUCTION', '调排程'], ['SHORTAGE', '伺服电机 750W 缺 12 件，12-03 到货', 5, 'MATERIAL', '催料'], ['MACHINE_DOWN', '折弯 B2 停机，3 道工序等着', 1, 'PRODUCTION', '看设备'], ['SUPPLIER_SLIP', '宏钢 把 冷轧板 推到 11-30', 2, 'MATERIAL', '催供应商'], ['REVIEW_WAITING', '工程评审还没答复，已等 26 小时', 0, 'REVIEWED', '去评审'], ['NOT_PLANNED', '料仓 LC-500 还没有安排：4 条建议待转单', 0, 'RELEASED', '转成订单'], ['FAILED_CHECK', '侧板 检验不合格 4 件', 2, 'INSPECTED', '看不合格']].map(([kind, title, days, station, label], i) => ({ id: `x${i}`, kind, title, days, owner: { id: 'p', name: ['李敏', '何涛', '赵凯'][i % 3] }, due: at(1), raisedAt: at(-1), action: { label, link: '/planning' }, lineId: `line-${i}`, orderNumber: 'SO-20261103-004', position: 1, customer: '启恒自动化', item: '电控柜 DK-800', station, state: 'LATE', slipDays: 3 })) })],
  ['GET', /^\/api\/benches\/planner$/, () => ({ canStart: 2, total: 6, kits: [['电控柜 DK-600', 26, 26, 'READY'], ['防护罩 FH-800', 31, 31, 'READY'], ['托盘 DT-2300', 17, 18, 'LATE'], ['机架 GS-900', 23, 24, 'INCOMING'], ['充电桩壳 CZ-120', 38, 43, 'SHORT']].map(([item, ready, total, state], i) => ({ lineId: `line-${i}`, orderNumber: 'SO-1', position: 1, item, ready, total, allBy: day(i * 3), state })), attainment: Array.from({ length: 14 }, (_, i) => ({ day: day(i - 14), planned: 20 + (i % 5), done: 17 + ((i * 7) % 5) })) })],
  ['GET', /^\/api\/benches\/manager$/, () => ({ figures: { onTime: 30, due: 32, open: 86, openDueThisWeek: 12, risk: 4, late: 3 }, openValue: '12840000', lateValue: '421000', deliveredToday: '386000', trend: Array.from({ length: 8 }, (_, i) => ({ monday: day(i * 7 - 56), onTime: 25 + (i % 4), due: 30 })), worst: lines.slice(0, 3) })],
  ['GET', /^\/api\/schedules\/load$/, () => ['激光', '折弯', '焊接', 'CNC', '喷粉', '装配', '检验'].map((name, k) => ({ workCentreId: `c${k}`, code: `C${k}`, name, days: Array.from({ length: 28 }, (_, i) => ({ day: day(i), capacity: i % 7 === 6 ? '0' : '16', booked: String(((k * 5 + i * 3) % 19)) })) }))],
  ['GET', /^\/api\/schedules\/current\/gantt$/, () => ({ schedule: { id: 's', at: at(0), by: 'x', status: 'DRAFT', operations: 1200, lateOrders: 7, lateMinutes: 31680, setupMinutes: 2640 }, machines: Array.from({ length: 24 }, (_, m) => ({ id: `m${m}`, code: `M-${m}`, name: ['通快 5040', '大族 12kW', '立加 1160'][m % 3], workCentreId: `c${Math.floor(m / 4)}`, workCentre: ['激光', '折弯', '焊接', '数控', '表面', '装配'][Math.floor(m / 4)], load: 0.5 + ((m * 7) % 12) / 20 })), bars: Array.from({ length: 2400 }, (_, i) => { const m = i % 24; const s = Date.now() - 86400000 + Math.floor(i / 24) * 9 * 3600000 + (m % 5) * 1800000; return { operationId: `op${i}`, machineId: `m${m}`, workCentreId: `c${Math.floor(m / 4)}`, start: new Date(s).toISOString(), end: new Date(s + 7.5 * 3600000).toISOString(), setupMinutes: 30, workOrderId: 'w', workOrder: `WO-20261122-${i % 900}`, sequence: 30, operation: '折弯', itemId: 'i', item: ['护罩', '骨架', '底座'][i % 3], orderLineId: `line-${i % 10}`, order: 'SO-20261103-004/1', due: day(9), late: i % 11 === 0, state: i < 40 ? 'DONE' : i < 64 ? 'RUNNING' : 'WAITING', reason: 'MACHINE', detail: {} }; }), closed: Array.from({ length: 24 }, (_, m) => ({ machineId: `m${m}`, from: at(6, 0), to: at(7, 0) })) })],
  ['GET', /^\/api\/portal\/lines$/, () => [shared]],
  ['GET', /^\/api\/portal\/lines\/.+$/, () => ({ line: shared, messages: [{ id: 'm', author: '周敏', mine: false, text: '可以 12-16 先送 36 套，其余 12-18 送，您看可以吗？', at: at(0) }], documents: [{ id: 'd', name: '图纸 GS-1200 B 版.pdf', size: 1, at: at(0) }] })],
  ['GET', /^\/api\/planning\/runs\/latest$/, () => ({ id: 'r', at: at(0), by: 'x', milliseconds: 1800 })],
  ['GET', /\/views$/, () => [{ id: 'v1', name: '我的急单', filter: { search: 'view=mine' } }, { id: 'v2', name: '轨交客户', filter: { search: 'q=轨交' } }]],
  ['GET', /^\/api\/search$/, () => [{ type: 'item', typeLabel: '物料', id: '1', title: 'HY-3310 液压站机架' }]],
];
const promise = { earliest: day(28), meetsWanted: false, bottleneck: '喷粉线 12-14 至 12-19 已排 98%，差 11 h', steps: [{ kind: 'STOCK', label: '钢板 Q345B', from: day(0), to: day(0), detail: 'A-03-2' }, { kind: 'PURCHASE', label: '粉末 RAL 7035', from: day(0), to: day(10), detail: '力科 10 天' }, { kind: 'MACHINE', label: '喷粉 P-01', from: day(20), to: day(28), detail: '' }], alternatives: [{ code: 'SPLIT', date: day(26), detail: '12-20 交 44 套，12-22 交 16 套' }] };
const shared = { id: 'line-0', orderId: 'o', orderNumber: 'SO-20261105-007', position: 1, item: '滚筒输送机架', drawing: 'GS-1200', quantity: '60', unit: 'SET', promised: day(24), forecast: day(26), daysLate: 2, done: false, percent: 60, contact: '周敏', phone: '138', stations: ['CONFIRMED', 'DRAWING', 'MATERIAL', 'PRODUCTION', 'INSPECTED', 'SHIPPED', 'DELIVERED'].map((kind, i) => ({ kind, state: i < 3 ? 'DONE' : i === 3 ? 'CURRENT' : 'FUTURE', at: at(i * 4 - 14) })) };
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.webmanifest': 'application/json' };
createServer((request, response) => {
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/api/live') { response.writeHead(200, { 'content-type': 'text/event-stream' }); response.write('data: {}\n\n'); return; }
  if (url.pathname.startsWith('/api/')) {
    const hit = routes.find(([method, pattern]) => method === request.method && pattern.test(url.pathname));
    const status = hit ? 200 : 404;
    const body = hit ? hit[2](hit[1].exec(url.pathname), url) : { code: 'x.not-there', detail: '开发服务器没有这个地址。', advice: url.pathname };
    response.writeHead(status, { 'content-type': hit ? 'application/json' : 'application/problem+json' });
    response.end(JSON.stringify(body));
    return;
  }
  let file = join('dist', url.pathname);
  if (!extname(file) || !existsSync(file)) file = 'dist/index.html';
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  response.end(readFileSync(file));
}).listen(Number(process.env.PORT ?? 8180), '127.0.0.1');
