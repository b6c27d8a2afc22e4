import type { Acknowledgement, Approval, Notice } from '../rooms/approvals/api';
import type { ExceptionPage, ManagerBench, PlannerBench } from '../rooms/bench/api';
import type { Load } from '../rooms/bench/load';
import type { Reported, Scanned, Task, Tasks } from '../rooms/floor/api';
import type { Order, PromiseAnswer } from '../rooms/order/api';
import type { Message, PlanChange, PlanningRun, Requirement, Suggestion } from '../rooms/planning/api';
import type { SharedLine, SharedPage } from '../rooms/portal/api';
import type { Inspection, Nonconformance } from '../rooms/quality/api';
import type { TypeView } from '../rooms/records/api';
import type { Board } from '../rooms/scheduling/api';
import type { PackageView, ReadyLine, ShipmentView } from '../rooms/shipping/api';
import type { Expected } from '../rooms/stock/api';
import type { LineDetail, LineList } from './lines';
import type { components } from './schema';
import type { Session } from './session';

type Server = components['schemas'];

/** Compiles only while what the server answers is what the page reads. */
type Agrees<Page, Answer extends Page> = [Page, Answer];

/** Every shape that a page reads, beside the server's own description of it. */
export type Agreements = [
  Agrees<Session, Server['SessionUserView']>,
  Agrees<LineList, Server['LineViewsLinePage']>,
  Agrees<LineDetail, Server['LinePageReaderLineDetail']>,
  Agrees<ExceptionPage, Server['ExceptionPage']>,
  Agrees<PlannerBench, Server['BenchPlannerBench']>,
  Agrees<ManagerBench, Server['BenchManagerBench']>,
  Agrees<Load, Server['LoadReaderLoad']>,
  Agrees<Board, Server['GanttReaderBoard']>,
  Agrees<Order, Server['OrderView']>,
  Agrees<PromiseAnswer, Server['Promise']>,
  Agrees<Suggestion, Server['SuggestionListsRow']>,
  Agrees<Message, Server['SuggestionListsMessageRow']>,
  Agrees<PlanChange, Server['PlanChangeRow']>,
  Agrees<PlanningRun, Server['PlanningRun']>,
  Agrees<Requirement, Server['RequirementNode']>,
  Agrees<Tasks, Server['FloorTasksTasksView']>,
  Agrees<Task, Server['TaskView']>,
  Agrees<Reported, Server['FloorReportedView']>,
  Agrees<Scanned, Server['FloorScanScanView']>,
  Agrees<Expected, Server['PurchasingExpected']>,
  Agrees<Inspection, Server['QualityViewsInspectionView']>,
  Agrees<Nonconformance, Server['QualityViewsNonconformanceView']>,
  Agrees<ReadyLine, Server['ShippingViewsReadyView']>,
  Agrees<PackageView, Server['ShippingViewsPackageView']>,
  Agrees<ShipmentView, Server['ShippingViewsShipmentView']>,
  Agrees<Approval, Server['ApprovalViewsApprovalView']>,
  Agrees<Acknowledgement, Server['Acknowledgement']>,
  Agrees<Notice, Server['Notice']>,
  Agrees<SharedLine, Server['SharedLine']>,
  Agrees<SharedPage, Server['PortalSharedLinePage']>,
  Agrees<Pick<TypeView, 'name' | 'label' | 'room' | 'title' | 'children' | 'verbs'>, Server['CatalogueTypeView']>,
];
