#!/usr/bin/env bash
# One order walks through the whole house over the public API: 300 Road-150 bicycles (AdventureWorks product 749), from
# the customer's question to the signed delivery note. Needs curl and jq, and an instance with the AdventureWorks import.
#
#   examples/walk.sh BASE_URL [USER [PASSWORD]]        e.g. examples/walk.sh http://localhost:8080
#
# USER is an administrator (admin); PASSWORD may also stand in THROUGHLINE_PASSWORD. The script makes an account for each
# role, so that everybody does only what a person of that role may do, and closes these accounts at the end.
set -euo pipefail

base=${1:?"usage: examples/walk.sh BASE_URL [USER [PASSWORD]]"}
base=${base%/}
administrator=${2:-admin}
password=${3:-${THROUGHLINE_PASSWORD:-throughline}}
product=BK-R93R-62
quantity=300
stamp=$(date +%s)$RANDOM
answer=$(mktemp)
declare -A token
trap 'rm -f "$answer"' EXIT

# ---------------------------------------------------------------------------------------------------------- talking HTTP

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
say() { printf '   %s\n' "$*"; }
fail() {
    printf '\n   FAILED: %s\n' "$*" >&2
    [ -s "$answer" ] && { jq . "$answer" 2>/dev/null || cat "$answer"; } >&2
    exit 1
}

# attempt ROLE METHOD PATH [JSON [KEY]]: the body goes to $answer, the status to $status
attempt() {
    local role=$1 method=$2 path=$3 body=${4:-} key=${5:-}
    local words=(-sS -o "$answer" -w '%{http_code}' -X "$method" -H 'Accept: application/json' -H 'Accept-Language: en')
    [ -n "${token[$role]:-}" ] && words+=(-H "Authorization: Bearer ${token[$role]}")
    [ -n "$body" ] && words+=(-H 'Content-Type: application/json' --data-binary "$body")
    [ -n "$key" ] && words+=(-H "Idempotency-Key: $key")
    status=$(curl "${words[@]}" "$base$path") || fail "$base does not answer"
}

# call …: the same, and only success will do
call() {
    attempt "$@"
    [ "$status" -lt 400 ] || fail "$1: $2 $3 was answered with $status"
}

get() { jq -r "$@" "$answer"; }
code() { jq -r '.code // empty' "$answer"; }
encoded() { jq -rn --arg text "$1" '$text | @uri'; }
filter() { encoded "$(jq -cn --arg field "$1" --arg value "$2" '{all: [{field: $field, op: "eq", value: $value}]}')"; }

sign_in() { # ROLE USER PASSWORD
    call nobody POST /api/session "$(jq -cn --arg username "$2" --arg password "$3" '{$username, $password}')"
    token[$1]=$(get .token)
}

account() { # ROLE [PARTNER]
    local name="walk-$1-$stamp" secret="walk-$stamp-$RANDOM"
    call admin POST /api/users "$(jq -cn --arg username "$name" --arg password "$secret" --arg role "$1" --arg partner "${2:-}" '
        {$username, $password, displayName: ("Walk " + $role), language: "en", roles: [$role]}
        + (if $partner == "" then {} else {partnerId: $partner} end)')"
    accounts+=("$(get .id)")
    sign_in "$1" "$name" "$secret"
}

expect() { # CODE WHAT: the last attempt was refused with this code
    [ "$status" -ge 400 ] && [ "$(code)" = "$1" ] || fail "$2 should have been refused with $1"
    say "$2 → refused: $(get .detail)"
}

later() { date -d "+$1 days" +%F 2>/dev/null || date -v "+$1d" +%F; }

# -------------------------------------------------------------------------------------------------------------- the walk

step "Who takes part"
sign_in admin "$administrator" "$password"
accounts=()
for role in sales engineer planner manager buyer warehouse team-leader operator inspector; do account "$role"; done
say "accounts for sales, engineer, planner, manager, buyer, warehouse, team leader, operator and inspector"
call sales GET "/api/records/item?filter=$(filter code "$product")"
[ "$(get .total)" -gt 0 ] || fail "there is no item $product: import AdventureWorks first (./run import adventureworks FOLDER)"
item=$(get '.items[0].id')
say "the product is $product, $(get '.items[0].values.name')"
call admin POST /api/records/partner "$(jq -cn --arg code "WALK-$stamp" '
    {values: {code: $code, name: ("Walk Cycles " + $code), is_customer: true, is_supplier: true, currency: "CNY"}}')"
partner=$(get .id)
account customer "$partner"
say "the customer is Walk Cycles WALK-$stamp"

step "1 · The customer asks: $quantity × $product"
call sales POST /api/promise "$(jq -cn --arg item "$product" --argjson quantity $quantity --arg wanted "$(later 60)" '{$item, $quantity, $wanted}')"
say "asked without an order: earliest $(get .earliest), because of $(get '.bottleneck // "nothing: it is on the shelf"')"
inquiry=$(jq -cn --arg customer "WALK-$stamp" --arg item "$product" --arg one "$(later 60)" --arg two "$(later 75)" --arg key "walk-$stamp" '
    {$customer, customerReference: ("PO-" + $key), orderClass: "STABLE", priceIncludesTax: true, externalKey: $key,
     lines: [{$item, quantity: 300, requestedDate: $one, unitPrice: 4100, specification: "Frame number on the head tube"},
             {$item, quantity: 10, requestedDate: $two, unitPrice: 4200}]}')
call sales POST /api/orders "$inquiry" "key-$stamp"
order=$(get .id) number=$(get .number) line=$(get '.lines[0].id') second=$(get '.lines[1].id')
say "inquiry $number: $(get '.amountNet') net + $(get '.amountTax') tax = $(get '.amountGross') $(get .currency)"
call sales POST /api/orders "$inquiry" "key-$stamp"
[ "$(get .id)" = "$order" ] || fail "the same Idempotency-Key made a second order"
say "the same request again answers the same order"
attempt sales POST /api/orders "$inquiry" "other-$stamp"
expect sales.duplicate-key "the same external key under another Idempotency-Key"
attempt sales POST /api/orders "$(jq -c '.lines[0].quantity = 0 | .externalKey = null' <<<"$inquiry")"
expect sales.quantity-not-positive "quantity 0"
attempt sales POST /api/orders "$(jq -c '.lines[0].requestedDate = "2020-01-01" | .externalKey = null' <<<"$inquiry")"
expect sales.date-in-past "a date in the past"
printf 'Head tube, 30 mm from the top\n' >"$answer.txt"
curl -sS -f -o /dev/null -H "Authorization: Bearer ${token[sales]}" -F "file=@$answer.txt;filename=frame-number.txt" \
    "$base/api/records/sales-order-line/$line/files" || fail "the drawing could not be attached"
rm -f "$answer.txt"
say "a sketch is attached to line 1"
call sales POST "/api/orders/$order/quote"
say "quoted"

step "2 · Sales, engineering and production answer on one record"
call sales POST "/api/orders/$order/submit-review"
say "computed earliest dates: $(get '[.lines[] | (.position | tostring) + ": " + (.computedEarliest // "?")] | join(", ")')"
attempt sales POST "/api/orders/$order/confirm"
expect sales.not-reviewed "confirming before the review"
for each in "$line" "$second"; do
    call sales POST "/api/order-lines/$each/reviews" '{"department": "SALES", "answer": "YES"}'
    call engineer POST "/api/order-lines/$each/reviews" '{"department": "ENGINEERING", "answer": "YES", "effortHours": 2}'
    call planner POST "/api/order-lines/$each/reviews" '{"department": "PRODUCTION", "answer": "CONDITIONAL", "remark": "with a second shift"}'
done
call sales GET "/api/orders/$order"
say "all have answered: $(get '[.lines[0].reviews[] | .department + " " + (.answer // "skipped")] | join(", ")'); the order is $(get .status)"

step "3 · Approval, then our word to the customer"
call sales POST "/api/orders/$order/confirm" "$(jq -cn --arg line "$line" --arg day "$(later 60)" '{promises: {($line): $day}}')"
for round in 1 2 3 4 5; do
    call sales GET "/api/orders/$order"
    [ "$(get .status)" = APPROVING ] || break
    say "waits for $(get '[.approvals[-1].steps[] | .name] | join(" → ")')"
    for role in manager admin sales planner; do
        call "$role" GET "/api/approvals?mine=true"
        approval=$(get --arg order "$order" '[.[] | select(.recordId == $order) | .id][0] // empty')
        [ -z "$approval" ] || { call "$role" POST "/api/approvals/$approval/approve" '{"comment": "agreed"}' && say "approved by $role" && break; }
    done
    attempt sales POST "/api/orders/$order/confirm"
done
call sales GET "/api/orders/$order"
[ "$(get .status)" = CONFIRMED ] || fail "the order is $(get .status), not CONFIRMED"
say "confirmed: requested $(get '.lines[0].requestedDate'), first promise $(get '.lines[0].firstPromise'), latest promise $(get '.lines[0].latestPromise')"
attempt sales POST "/api/orders/$order/confirm"
expect sales.already-confirmed "confirming a second time from another browser"

step "4 · What it takes: structure, requirements, suggestions"
call planner GET "/api/items/$item/explosion?quantity=$quantity"
say "the structure has $(get '.totals | length') items on $(get '[.totals[].level] | max') levels, $(get '[.totals[].quantity] | add') pieces in all"
call planner GET "/api/items/$item/routing"
say "routing: $(get '.operations | length') operation(s)$(get 'if .defaulted then ", the default of its item group" else "" end')"
plan() { call planner POST /api/planning/runs; }
plan
say "planning run: $(get .demands) demands, $(get .suggestions) suggestions in $(get .milliseconds) ms"
proposed() { call planner GET "/api/planning/suggestions?lineId=$1"; }
# Some bought items have no supplier: for these the buyer enters terms of a supplier of his own, and ends them when the
# walk is over.
terms=()
for each in "$line" "$second"; do
    proposed "$each"
    for orphan in $(get '[.[] | select(.kind == "BUY")] | group_by(.itemId)[]
            | select(.[0].supplierId == null) | .[0].itemId + "|" + .[0].unit'); do
        call buyer POST /api/records/vendor-item "$(jq -cn --arg supplier "$partner" --arg item "${orphan%|*}" --arg unit "${orphan#*|}" '
            {values: {supplier_id: $supplier, item_id: $item, lead_time_days: 10, price: 5, currency: "CNY", $unit, priority: 0, active: true}}')"
        terms+=("$(get .id)")
    done
    [ ${#terms[@]} = 0 ] || plan
done
[ ${#terms[@]} = 0 ] || say "the buyer entered terms for ${#terms[@]} items without a supplier"
proposed "$line"
say "for line 1: $(get '[.[] | select(.kind == "BUY")] | length') purchases and $(get '[.[] | select(.kind == "MAKE")] | length') work orders suggested, the first to order by $(get '[.[].orderBy] | min')"
call planner GET "/api/planning/requirements/$line"
say "every one is pegged to the order line that needs it"
made='[]'
for each in "$line" "$second"; do
    call planner POST /api/planning/suggestions/convert "$(jq -cn --arg line "$each" '{all: true, orderLineId: $line}')"
    made=$(jq -c --slurpfile answer "$answer" '. + $answer[0].made' <<<"$made")
done
say "one click made $(jq 'map(select(.type == "work-order")) | length' <<<"$made") work orders and $(jq 'map(select(.type != "work-order")) | length' <<<"$made") purchase order lines"

step "5 · A finite schedule on machines and calendars"
call planner POST /api/schedules '{"seconds": 2, "publish": true}'
say "$(get .operations) operations scheduled, $(get .lateOrders) orders late, published"
call planner GET /api/schedules/current/gantt
say "the board shows $(get '.bars | length') bars on $(get '.machines | length') machines"
call team-leader GET /api/dispatch
say "the dispatch list names $(get 'length') operations"

step "7 · The customer changes his mind: line 2 is cancelled, line 1 moves by a week"
call sales POST "/api/order-lines/$second/cancel" '{"reason": "The customer needs only the first lot"}'
call sales PATCH "/api/order-lines/$line" "$(jq -cn --arg day "$(later 67)" '{requestedDate: $day, reason: "Their hall is not ready"}')"
say "line 1 now: requested $(get '.lines[0].requestedDate'), first promise $(get '.lines[0].firstPromise'), latest $(get '.lines[0].latestPromise')"
call planner GET "/api/planning/changes?status=PROPOSED"
mine=$(get --arg one "$line" --arg two "$second" '[.[] | select(.orderLineId == $one or .orderLineId == $two) | .id]')
say "the planner sees $(jq length <<<"$mine") proposed changes, e.g. $(get --argjson mine "$mine" '[.[] | select(.id as $id | $mine | index($id)) | .action + " " + .targetNumber][:3] | join(", ")')"
refused=0
if [ "$(jq length <<<"$mine")" -gt 1 ]; then
    call planner POST "/api/planning/changes/$(jq -r '.[-1]' <<<"$mine")/refuse" '{"reason": "The material is wanted for stock"}'
    refused=1
fi
applied=0
for change in $(jq -r --argjson refused $refused '.[:(length - $refused)][]' <<<"$mine"); do
    attempt planner POST "/api/planning/changes/$change/apply"
    if [ "$status" -lt 400 ]; then applied=$((applied + 1)); else say "one could not be applied: $(get .detail)"; fi
done
say "$applied applied, $refused refused"
for role in planner engineer sales; do
    call "$role" GET "/api/acknowledgements?mine=true"
    for asked in $(get '.[].id'); do call "$role" POST "/api/acknowledgements/$asked"; say "$role has acknowledged the change"; done
done

step "6 · Purchases arrive"
declare -A bought=()
for purchase in $(jq -r '.[] | select(.type != "work-order") | .id' <<<"$made"); do
    attempt buyer GET "/api/records/purchase-order-line/$purchase"
    [ "$status" -lt 400 ] && bought[$(get .values.order_id)]=1
done
sent=0 received=0
for purchase in "${!bought[@]}"; do
    attempt buyer POST "/api/purchase-orders/$purchase/order"
    [ "$status" -lt 400 ] && sent=$((sent + 1))
    attempt buyer POST "/api/purchase-orders/$purchase/confirm" "$(jq -cn --arg date "$(later 7)" '{$date}')"
    call buyer GET "/api/purchase-orders/$purchase"
    [ "$(get .status)" = CANCELLED ] && continue
    jq -r '.lines[] | select(.status != "CANCELLED") | [.id, .open, .unit] | @tsv' "$answer" >"$answer.lines"
    while IFS=$'\t' read -r each open unit; do
        [ "$open" = 0 ] && continue
        call warehouse POST "/api/purchase-order-lines/$each/receipts" \
            "$(jq -cn --argjson quantity "$open" --arg lot "LOT-$stamp" --arg key "receipt-$each" '{$quantity, lotNumber: $lot, supplierLot: "S-1", $key}')"
        received=$((received + 1))
    done <"$answer.lines"
    rm -f "$answer.lines"
done
say "$sent purchase orders sent, $received deliveries received with their lot"
# Planning counts on what was ordered before as well: those deliveries arrive too.
call warehouse GET /api/purchasing/expected
jq -r '.[] | [.lineId, .open] | @tsv' "$answer" >"$answer.lines"
earlier=0
while IFS=$'\t' read -r each open; do
    call warehouse POST "/api/purchase-order-lines/$each/receipts" \
        "$(jq -cn --argjson quantity "$open" --arg lot "LOT-$stamp" --arg key "receipt-$each" '{$quantity, lotNumber: $lot, $key}')"
    earlier=$((earlier + 1))
done <"$answer.lines"
rm -f "$answer.lines"
say "$earlier deliveries of earlier orders, which planning counts on, received as well"
inspected=0
inspect() {
    call inspector GET "/api/inspections?status=OPEN"
    jq -r --arg line "$line" --arg lot "LOT-$stamp" \
        '.[] | select(.orderLineId == $line or .lotNumber == $lot) | [.id, .quantity] | @tsv' "$answer" >"$answer.open"
    while IFS=$'\t' read -r each amount; do
        call inspector POST "/api/inspections/$each/decide" "$(jq -cn --argjson accepted "$amount" '{$accepted, rejected: 0}')"
        inspected=$((inspected + 1))
    done <"$answer.open"
    rm -f "$answer.open"
}
inspect
say "$inspected of them had to be inspected and passed"

step "6 · The floor: release, issue, report from the phone, inspect, receive"
works=$(jq -r '.[] | select(.type == "work-order") | .id' <<<"$made")
reports=0 partial=0 finished=0
produce() { # WORK-ORDER: issues its material and reports its operations; the first one in two portions
    local work=$1 operations each remaining half
    call warehouse POST "/api/work-orders/$work/issue" '{}' "issue-$work"
    operations=$(get '.operations[] | select(.status != "DONE") | .operationId')
    for each in $operations; do
        call operator POST "/api/operations/$each/start" '{}' "start-$each"
        call operator GET "/api/operations/$each"
        remaining=$(get .remaining)
        half=$((${remaining%.*} / 2))
        if [ "$half" -gt 0 ]; then
            call operator POST "/api/operations/$each/reports" "$(jq -cn --argjson good $half '{$good}')" "half-$each"
            local first
            first=$(get .reportId)
            call operator POST "/api/operations/$each/reports" "$(jq -cn --argjson good $half '{$good}')" "half-$each"
            [ "$(get .reportId)" = "$first" ] || fail "the same key booked a second report"
            remaining=$(jq -n --argjson all "$remaining" --argjson half $half '$all - $half')
            partial=$((partial + 1))
        fi
        call operator POST "/api/operations/$each/reports" "$(jq -cn --argjson good "$remaining" '{$good, finish: true}')" "rest-$each"
        reports=$((reports + 1))
    done
}
for round in 1 2 3 4 5 6 7 8; do
    left=""
    for work in $works; do
        call team-leader GET "/api/work-orders/$work"
        case $(get .status) in
            COMPLETED | CLOSED | CANCELLED) continue ;;
            PLANNED)
                attempt team-leader POST "/api/work-orders/$work/release" '{}'
                if [ "$status" -ge 400 ]; then left="$left $work" reason=$(get .detail); continue; fi
                ;;
        esac
        produce "$work"
        finished=$((finished + 1))
        inspect
    done
    works=$left
    [ -n "$works" ] || break
done
[ -z "$works" ] || fail "these work orders could not be released: $works — $reason"
say "$finished work orders made: $reports operations reported, $partial of them in two portions; $inspected inspections passed in all"

step "6 · Packing, shipment, proof of delivery"
call warehouse GET /api/shipping/ready
say "ready to pack: $(get --arg line "$line" '[.[] | select(.orderLineId == $line) | .ready][0] // 0') of $quantity"
call warehouse POST /api/packages "$(jq -cn --arg orderLineId "$line" '{lines: [{$orderLineId}]}')"
package=$(get .id)
call warehouse POST /api/shipments "$(jq -cn --arg package "$package" '{packageIds: [$package]}')"
shipment=$(get .id)
call warehouse POST "/api/shipments/$shipment/ship" '{"carrier": "Deppon", "tracking": "DP0001", "agreed": true}'
call warehouse POST "/api/shipments/$shipment/deliver" '{"signedBy": "A. Rider"}'
say "shipment $(get .number) was signed by $(get .signedBy)"

step "8 · The line, as everybody sees it"
sleep 1
call sales GET "/api/lines/$line"
say "stage $(get .line.stage), state $(get .line.state); milestones done: $(get '[.line.milestones[] | select(.state == "DONE") | .kind] | join(" → ")')"
call sales GET "/api/orders/$order"
[ "$(get .status)" = COMPLETED ] || fail "the order is $(get .status), not COMPLETED"
say "order $number is $(get .status); delivered $(get '.lines[0].delivered') $(get '.lines[0].unit')"
call customer GET /api/portal/lines
say "the customer sees $(get length) line(s) of his own and no prices"
call admin GET /api/stock/check
say "the stock derived again from the ledger differs in $(get 'if type == "array" then length else (.differences // [] | length) end') places"

for each in ${terms[@]+"${terms[@]}"}; do
    attempt buyer GET "/api/records/vendor-item/$each"
    [ "$status" -lt 400 ] && attempt buyer PATCH "/api/records/vendor-item/$each" "$(jq -c '{version, values: {active: false}}' "$answer")"
done
for each in "${accounts[@]}"; do
    call admin GET "/api/users?q=walk-&size=200"
    version=$(get --arg id "$each" '.items[] | select(.id == $id) | .version')
    call admin PATCH "/api/users/$each" "$(jq -cn --argjson version "$version" '{$version, active: false}')"
done
step "Done: $number went the whole way."
