-- What every organisation starts with; all of it may be changed. Inserted before the guards, so it has no history.

-- Codes of UN/ECE Recommendation 20 (units) and 21 (packages, X…). A package holds a different amount of every item,
-- so it converts only by the item's own conversion. Sizes are exact by definition (inch 0.0254 m, pound 0.45359237 kg).
INSERT INTO factory.unit (id, organisation_id, code, name_zh, name_en, dimension, numerator, denominator)
SELECT gen_random_uuid(), o.id, u.*
  FROM platform.organisation o
 CROSS JOIN (VALUES
             ('C62', '件', 'piece', 'COUNT', 1, 1),
             ('H87', '个', 'piece (H87)', 'COUNT', 1, 1),
             ('EA', '只', 'each', 'COUNT', 1, 1),
             ('SET', '套', 'set', 'PACKAGE', 1, 1),
             ('PR', '对', 'pair', 'COUNT', 2, 1),
             ('DZN', '打', 'dozen', 'COUNT', 12, 1),
             ('CEN', '百个', 'hundred', 'COUNT', 100, 1),
             ('GRO', '罗', 'gross', 'COUNT', 144, 1),
             ('MIL', '千个', 'thousand', 'COUNT', 1000, 1),
             ('KGM', '千克', 'kilogram', 'MASS', 1, 1),
             ('GRM', '克', 'gram', 'MASS', 1, 1000),
             ('MGM', '毫克', 'milligram', 'MASS', 1, 1000000),
             ('TNE', '吨', 'tonne', 'MASS', 1000, 1),
             ('LBR', '磅', 'pound', 'MASS', 45359237, 100000000),
             ('ONZ', '盎司', 'ounce', 'MASS', 45359237, 1600000000),
             ('MTR', '米', 'metre', 'LENGTH', 1, 1),
             ('DMT', '分米', 'decimetre', 'LENGTH', 1, 10),
             ('CMT', '厘米', 'centimetre', 'LENGTH', 1, 100),
             ('MMT', '毫米', 'millimetre', 'LENGTH', 1, 1000),
             ('KMT', '千米', 'kilometre', 'LENGTH', 1000, 1),
             ('INH', '英寸', 'inch', 'LENGTH', 127, 5000),
             ('FOT', '英尺', 'foot', 'LENGTH', 381, 1250),
             ('YRD', '码', 'yard', 'LENGTH', 1143, 1250),
             ('MTK', '平方米', 'square metre', 'AREA', 1, 1),
             ('DMK', '平方分米', 'square decimetre', 'AREA', 1, 100),
             ('CMK', '平方厘米', 'square centimetre', 'AREA', 1, 10000),
             ('MMK', '平方毫米', 'square millimetre', 'AREA', 1, 1000000),
             ('INK', '平方英寸', 'square inch', 'AREA', 16129, 25000000),
             ('FTK', '平方英尺', 'square foot', 'AREA', 145161, 1562500),
             ('MTQ', '立方米', 'cubic metre', 'VOLUME', 1, 1),
             ('LTR', '升', 'litre', 'VOLUME', 1, 1000),
             ('MLT', '毫升', 'millilitre', 'VOLUME', 1, 1000000),
             ('CMQ', '立方厘米', 'cubic centimetre', 'VOLUME', 1, 1000000),
             ('MMQ', '立方毫米', 'cubic millimetre', 'VOLUME', 1, 1000000000),
             ('DMQ', '立方分米', 'cubic decimetre', 'VOLUME', 1, 1000),
             ('INQ', '立方英寸', 'cubic inch', 'VOLUME', 2048383, 125000000000),
             ('FTQ', '立方英尺', 'cubic foot', 'VOLUME', 55306341, 1953125000),
             ('GLL', '美制加仑', 'US gallon', 'VOLUME', 473176473, 125000000000),
             ('PTL', '美制品脱', 'US liquid pint', 'VOLUME', 473176473, 1000000000000),
             ('QTL', '美制夸脱', 'US liquid quart', 'VOLUME', 473176473, 500000000000),
             ('OZA', '美制液盎司', 'US fluid ounce', 'VOLUME', 473176473, 16000000000000),
             ('SEC', '秒', 'second', 'TIME', 1, 1),
             ('MIN', '分钟', 'minute', 'TIME', 60, 1),
             ('HUR', '小时', 'hour', 'TIME', 3600, 1),
             ('DAY', '天', 'day', 'TIME', 86400, 1),
             ('WEE', '周', 'week', 'TIME', 604800, 1),
             ('KWH', '千瓦时', 'kilowatt hour', 'ENERGY', 1, 1),
             ('MJ', '兆焦', 'megajoule', 'ENERGY', 5, 18),
             ('ST', '张', 'sheet', 'PACKAGE', 1, 1),
             ('XBR', '根', 'bar', 'PACKAGE', 1, 1),
             ('XRO', '卷', 'roll', 'PACKAGE', 1, 1),
             ('XBX', '盒', 'box', 'PACKAGE', 1, 1),
             ('XCT', '纸箱', 'carton', 'PACKAGE', 1, 1),
             ('XCS', '箱', 'case', 'PACKAGE', 1, 1),
             ('XPK', '包', 'pack', 'PACKAGE', 1, 1),
             ('XBG', '袋', 'bag', 'PACKAGE', 1, 1),
             ('XBO', '瓶', 'bottle', 'PACKAGE', 1, 1),
             ('XCA', '罐', 'can', 'PACKAGE', 1, 1),
             ('XCR', '板条箱', 'crate', 'PACKAGE', 1, 1),
             ('XDR', '桶', 'drum', 'PACKAGE', 1, 1),
             ('XPX', '托盘', 'pallet', 'PACKAGE', 1, 1),
             ('XCG', '笼', 'cage', 'PACKAGE', 1, 1),
             ('XUN', '台', 'unit', 'PACKAGE', 1, 1),
             ('CEL', '摄氏度', 'degree Celsius', 'OTHER', 1, 1),
             ('P1', '百分比', 'percent', 'OTHER', 1, 1),
             ('BAR', '巴', 'bar (pressure)', 'OTHER', 1, 1),
             ('KWT', '千瓦', 'kilowatt', 'OTHER', 1, 1)) AS u (code, name_zh, name_en, dimension, numerator, denominator);

INSERT INTO factory.site (id, organisation_id, code, name)
SELECT gen_random_uuid(), o.id, 'MAIN', '本厂'
  FROM platform.organisation o;

-- The usual Chinese week, the two-shift week whose late shift ends on the next day, and round the clock for
-- subcontractors and machines that need nobody.
INSERT INTO factory.calendar (id, organisation_id, code, name, shifts)
SELECT gen_random_uuid(), o.id, c.code, c.name, c.shifts::jsonb
  FROM platform.organisation o
 CROSS JOIN (VALUES
             ('STANDARD', '标准白班（周一至周五）',
              '[{"day": 1, "from": "08:00", "to": "12:00"}, {"day": 1, "from": "13:00", "to": "17:00"}, {"day": 2, "from": "08:00", "to": "12:00"}, {"day": 2, "from": "13:00", "to": "17:00"}, {"day": 3, "from": "08:00", "to": "12:00"}, {"day": 3, "from": "13:00", "to": "17:00"}, {"day": 4, "from": "08:00", "to": "12:00"}, {"day": 4, "from": "13:00", "to": "17:00"}, {"day": 5, "from": "08:00", "to": "12:00"}, {"day": 5, "from": "13:00", "to": "17:00"}]'),
             ('TWO-SHIFT', '两班制（周一至周六）',
              '[{"day": 1, "from": "08:00", "to": "12:00"}, {"day": 1, "from": "13:00", "to": "17:00"}, {"day": 1, "from": "17:00", "to": "21:00"}, {"day": 1, "from": "21:30", "to": "01:30"}, {"day": 2, "from": "08:00", "to": "12:00"}, {"day": 2, "from": "13:00", "to": "17:00"}, {"day": 2, "from": "17:00", "to": "21:00"}, {"day": 2, "from": "21:30", "to": "01:30"}, {"day": 3, "from": "08:00", "to": "12:00"}, {"day": 3, "from": "13:00", "to": "17:00"}, {"day": 3, "from": "17:00", "to": "21:00"}, {"day": 3, "from": "21:30", "to": "01:30"}, {"day": 4, "from": "08:00", "to": "12:00"}, {"day": 4, "from": "13:00", "to": "17:00"}, {"day": 4, "from": "17:00", "to": "21:00"}, {"day": 4, "from": "21:30", "to": "01:30"}, {"day": 5, "from": "08:00", "to": "12:00"}, {"day": 5, "from": "13:00", "to": "17:00"}, {"day": 5, "from": "17:00", "to": "21:00"}, {"day": 5, "from": "21:30", "to": "01:30"}, {"day": 6, "from": "08:00", "to": "12:00"}, {"day": 6, "from": "13:00", "to": "17:00"}, {"day": 6, "from": "17:00", "to": "21:00"}, {"day": 6, "from": "21:30", "to": "01:30"}]'),
             ('ALWAYS', '全天候',
              '[{"day": 1, "from": "00:00", "to": "00:00"}, {"day": 2, "from": "00:00", "to": "00:00"}, {"day": 3, "from": "00:00", "to": "00:00"}, {"day": 4, "from": "00:00", "to": "00:00"}, {"day": 5, "from": "00:00", "to": "00:00"}, {"day": 6, "from": "00:00", "to": "00:00"}, {"day": 7, "from": "00:00", "to": "00:00"}]')) AS c (code, name, shifts);

-- 2026: 国务院办公厅关于2026年部分节假日安排的通知 (State Council, November 2025,
-- https://www.gov.cn/zhengce/content/202511/content_7047090.htm), with the working weekends (调休).
-- 2027: the arrangement was not known when this was written. Only the statutory days of 全国年节及纪念日放假办法
-- (revision of November 2024): New Year 1, Spring Festival 4 (from New Year's Eve), Qingming 1, Labour Day 2, Dragon
-- Boat 1, Mid-Autumn 1, National Day 3. Complete them by importing calendar days when the notice is out.
INSERT INTO factory.calendar_day (id, organisation_id, calendar_id, day, kind, note)
SELECT gen_random_uuid(), c.organisation_id, c.id, d.day, d.kind, d.note
  FROM factory.calendar c
 CROSS JOIN (VALUES
             (DATE '2026-01-01', 'HOLIDAY', '元旦'),
             (DATE '2026-01-02', 'HOLIDAY', '元旦'),
             (DATE '2026-01-03', 'HOLIDAY', '元旦'),
             (DATE '2026-01-04', 'WORKDAY', '元旦调休上班'),
             (DATE '2026-02-14', 'WORKDAY', '春节调休上班'),
             (DATE '2026-02-15', 'HOLIDAY', '春节'),
             (DATE '2026-02-16', 'HOLIDAY', '春节'),
             (DATE '2026-02-17', 'HOLIDAY', '春节'),
             (DATE '2026-02-18', 'HOLIDAY', '春节'),
             (DATE '2026-02-19', 'HOLIDAY', '春节'),
             (DATE '2026-02-20', 'HOLIDAY', '春节'),
             (DATE '2026-02-21', 'HOLIDAY', '春节'),
             (DATE '2026-02-22', 'HOLIDAY', '春节'),
             (DATE '2026-02-23', 'HOLIDAY', '春节'),
             (DATE '2026-02-28', 'WORKDAY', '春节调休上班'),
             (DATE '2026-04-04', 'HOLIDAY', '清明节'),
             (DATE '2026-04-05', 'HOLIDAY', '清明节'),
             (DATE '2026-04-06', 'HOLIDAY', '清明节'),
             (DATE '2026-05-01', 'HOLIDAY', '劳动节'),
             (DATE '2026-05-02', 'HOLIDAY', '劳动节'),
             (DATE '2026-05-03', 'HOLIDAY', '劳动节'),
             (DATE '2026-05-04', 'HOLIDAY', '劳动节'),
             (DATE '2026-05-05', 'HOLIDAY', '劳动节'),
             (DATE '2026-05-09', 'WORKDAY', '劳动节调休上班'),
             (DATE '2026-06-19', 'HOLIDAY', '端午节'),
             (DATE '2026-06-20', 'HOLIDAY', '端午节'),
             (DATE '2026-06-21', 'HOLIDAY', '端午节'),
             (DATE '2026-09-20', 'WORKDAY', '国庆节调休上班'),
             (DATE '2026-09-25', 'HOLIDAY', '中秋节'),
             (DATE '2026-09-26', 'HOLIDAY', '中秋节'),
             (DATE '2026-09-27', 'HOLIDAY', '中秋节'),
             (DATE '2026-10-01', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-02', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-03', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-04', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-05', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-06', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-07', 'HOLIDAY', '国庆节'),
             (DATE '2026-10-10', 'WORKDAY', '国庆节调休上班'),
             (DATE '2027-01-01', 'HOLIDAY', '元旦'),
             (DATE '2027-02-05', 'HOLIDAY', '春节'),
             (DATE '2027-02-06', 'HOLIDAY', '春节'),
             (DATE '2027-02-07', 'HOLIDAY', '春节'),
             (DATE '2027-02-08', 'HOLIDAY', '春节'),
             (DATE '2027-04-05', 'HOLIDAY', '清明节'),
             (DATE '2027-05-01', 'HOLIDAY', '劳动节'),
             (DATE '2027-05-02', 'HOLIDAY', '劳动节'),
             (DATE '2027-06-09', 'HOLIDAY', '端午节'),
             (DATE '2027-09-15', 'HOLIDAY', '中秋节'),
             (DATE '2027-10-01', 'HOLIDAY', '国庆节'),
             (DATE '2027-10-02', 'HOLIDAY', '国庆节'),
             (DATE '2027-10-03', 'HOLIDAY', '国庆节')) AS d (day, kind, note)
 WHERE c.code IN ('STANDARD', 'TWO-SHIFT');

-- Where a made item goes that has no routing and whose group names no work centre: visible, last in the row.
INSERT INTO factory.work_centre (id, organisation_id, code, name, site_id, kind, position)
SELECT gen_random_uuid(), s.organisation_id, 'GENERAL', '通用工位', s.id, 'LABOUR', 9000
  FROM factory.site s;

INSERT INTO factory.item_group (id, organisation_id, code, name)
SELECT gen_random_uuid(), o.id, 'GENERAL', '未分类'
  FROM platform.organisation o;

INSERT INTO factory.scrap_reason (id, organisation_id, code, name, name_en, cause)
SELECT gen_random_uuid(), o.id, r.*
  FROM platform.organisation o
 CROSS JOIN (VALUES
             ('S01', '尺寸超差', 'Dimension out of tolerance', 'PROCESS'),
             ('S02', '表面划伤', 'Surface scratched', 'PROCESS'),
             ('S03', '装夹错误', 'Wrong clamping', 'PROCESS'),
             ('S04', '刀具崩损', 'Tool broke', 'PROCESS'),
             ('S05', '程序错误', 'Wrong program', 'PROCESS'),
             ('S06', '折弯角度错误', 'Wrong bending angle', 'PROCESS'),
             ('S07', '焊接缺陷', 'Weld defect', 'PROCESS'),
             ('S08', '漏工序', 'Operation skipped', 'PROCESS'),
             ('S09', '喷涂不良', 'Coating defect', 'PROCESS'),
             ('S10', '首件调试', 'Set-up piece', 'PROCESS'),
             ('S11', '搬运磕碰', 'Damaged in handling', 'PROCESS'),
             ('S12', '图纸版本错误', 'Wrong drawing revision', 'PROCESS'),
             ('M01', '砂眼气孔', 'Porosity in casting', 'MATERIAL'),
             ('M02', '材料裂纹', 'Crack in material', 'MATERIAL'),
             ('M03', '材质不符', 'Wrong material grade', 'MATERIAL'),
             ('M04', '来料尺寸不足', 'Raw stock undersize', 'MATERIAL'),
             ('M05', '来料变形', 'Raw stock deformed', 'MATERIAL')) AS r (code, name, name_en, cause);

SELECT platform.guard('factory', 'unit');
SELECT platform.guard('factory', 'site');
SELECT platform.guard('factory', 'calendar');
SELECT platform.guard('factory', 'calendar_day');
SELECT platform.guard('factory', 'work_centre');
SELECT platform.guard('factory', 'machine');
SELECT platform.guard('factory', 'tool');
SELECT platform.guard('factory', 'item_group');
SELECT platform.guard('factory', 'item');
SELECT platform.guard('factory', 'item_unit');
SELECT platform.guard('factory', 'partner');
SELECT platform.guard('factory', 'customer_item');
SELECT platform.guard('factory', 'team');
SELECT platform.guard('factory', 'person');
SELECT platform.guard('factory', 'skill');
SELECT platform.guard('factory', 'person_skill');
SELECT platform.guard('factory', 'scrap_reason');

-- A customer sees itself and what it calls our items; units, items and calendars are the same for everybody.
SELECT platform.guard_partner('factory', 'partner', 'id');
SELECT platform.guard_partner('factory', 'customer_item', 'partner_id');
