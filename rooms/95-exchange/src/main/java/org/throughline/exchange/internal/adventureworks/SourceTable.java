package org.throughline.exchange.internal.adventureworks;

import java.util.List;

/** The tables of AdventureWorks that are imported, with the columns of their files in order. The files have no header. */
enum SourceTable {
    UNIT_MEASURE("UnitMeasure", "UnitMeasureCode,Name,ModifiedDate"),
    LOCATION("Location", "LocationID,Name,CostRate,Availability,ModifiedDate"),
    PRODUCT_SUBCATEGORY("ProductSubcategory", "ProductSubcategoryID,ProductCategoryID,Name,rowguid,ModifiedDate"),
    PRODUCT(
            "Product",
            "ProductID,Name,ProductNumber,MakeFlag,FinishedGoodsFlag,Color,SafetyStockLevel,ReorderPoint,StandardCost,"
                    + "ListPrice,Size,SizeUnitMeasureCode,WeightUnitMeasureCode,Weight,DaysToManufacture,ProductLine,"
                    + "Class,Style,ProductSubcategoryID,ProductModelID,SellStartDate,SellEndDate,DiscontinuedDate,"
                    + "rowguid,ModifiedDate"),
    BILL_OF_MATERIALS(
            "BillOfMaterials",
            "BillOfMaterialsID,ProductAssemblyID,ComponentID,StartDate,EndDate,UnitMeasureCode,BOMLevel,"
                    + "PerAssemblyQty,ModifiedDate"),
    VENDOR(
            "Vendor",
            "BusinessEntityID,AccountNumber,Name,CreditRating,PreferredVendorStatus,ActiveFlag,"
                    + "PurchasingWebServiceURL,ModifiedDate"),
    PRODUCT_VENDOR(
            "ProductVendor",
            "ProductID,BusinessEntityID,AverageLeadTime,StandardPrice,LastReceiptCost,LastReceiptDate,MinOrderQty,"
                    + "MaxOrderQty,OnOrderQty,UnitMeasureCode,ModifiedDate"),
    PRODUCT_INVENTORY("ProductInventory", "ProductID,LocationID,Shelf,Bin,Quantity,rowguid,ModifiedDate"),
    PURCHASE_ORDER_HEADER(
            "PurchaseOrderHeader",
            "PurchaseOrderID,RevisionNumber,Status,EmployeeID,VendorID,ShipMethodID,OrderDate,ShipDate,SubTotal,"
                    + "TaxAmt,Freight,TotalDue,ModifiedDate"),
    PURCHASE_ORDER_DETAIL(
            "PurchaseOrderDetail",
            "PurchaseOrderID,PurchaseOrderDetailID,DueDate,OrderQty,ProductID,UnitPrice,LineTotal,ReceivedQty,"
                    + "RejectedQty,StockedQty,ModifiedDate"),
    SCRAP_REASON("ScrapReason", "ScrapReasonID,Name,ModifiedDate"),
    STORE("Store", "BusinessEntityID,Name,SalesPersonID,Demographics,rowguid,ModifiedDate");

    private final String file;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    SourceTable(String table, String columns) {
        this.file = table + ".csv";
        this.columns = List.of(columns.split(","));
    }

    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    /** Two files have long texts with tabs in them, so they are separated otherwise. */
    String fieldSeparator() {
        return this == STORE ? "+|" : "\t";
    }

    String rowSeparator() {
        return this == STORE ? "&|\n" : "\n";
    }
}
